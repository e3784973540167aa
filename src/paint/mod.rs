//! A Scene becomes pixels: through plotters on the page's canvas, and as SVG everywhere else, also for pictures.
//!
//! What is where is decided in `chart`, and only shapes arrive here. This is the only place that names plotters.

#[cfg(not(target_arch = "wasm32"))]
pub mod bitmap;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod canvas;
mod element;
pub mod responsive_svg;
#[cfg(not(target_arch = "wasm32"))]
mod fonts;
mod painter;
mod palette;
mod shape;
pub mod svg;

#[cfg(not(target_arch = "wasm32"))]
pub use fonts::Fonts;
pub use painter::{PaintOptions, paint};
pub use palette::Palette;
