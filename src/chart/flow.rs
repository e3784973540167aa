//! Where money comes from and goes to.

use super::Frame;
use crate::figure::{Figure, Flow};
use crate::scene::Scene;

pub fn scene(_: &Figure, _: &Flow, frame: Frame) -> Scene {
    Scene { width: frame.width, height: 0.0, marks: Vec::new(), targets: Vec::new() }
}
