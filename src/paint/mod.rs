//! Paints scenes: with the crate plotters on the page's canvas, and as SVG everywhere else, also for pictures.
//!
//! Positions are decided in `chart`; only shapes arrive here. This is the only module that uses plotters.

#[cfg(not(target_arch = "wasm32"))]
pub mod bitmap;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod canvas;
mod element;
#[cfg(not(target_arch = "wasm32"))]
mod fonts;
mod painter;
mod palette;
pub mod responsive_svg;
mod shape;
pub mod svg;

#[cfg(not(target_arch = "wasm32"))]
pub use fonts::Fonts;
pub use painter::{PaintOptions, paint};
pub use palette::Palette;
