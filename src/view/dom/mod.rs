//! Access to the DOM: patches, event listeners, effects, animation frames, and browser functions by name.

pub mod effect;
pub mod frames;
pub mod listen;
pub mod observe;
pub mod patch;
pub mod pixels;
pub mod reflect;
pub mod updates;
