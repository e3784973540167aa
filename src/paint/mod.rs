//! A Scene becomes pixels, through plotters' `DrawingBackend`: its canvas in the browser, its SVG everywhere.
//!
//! plotters is the painter, not the architect: what is where is decided in `chart`, and only
//! shapes arrive here. This is the only place that names plotters.

#[cfg(not(target_arch = "wasm32"))]
pub mod bitmap;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod canvas;
pub mod fluid;
#[cfg(not(target_arch = "wasm32"))]
mod letters;
mod painter;
mod palette;
pub mod svg;

#[cfg(not(target_arch = "wasm32"))]
pub use letters::Letters;
pub use painter::{Look, paint};
pub use palette::Palette;
