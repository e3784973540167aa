//! What is read of a PDF that tests make.

use super::printed;
use budget_lens::import::block::Grid;
use budget_lens::import::pdf::{Reading, read};
use budget_lens::locale::Lang;

pub fn reading(bytes: Vec<u8>) -> Reading {
    read("a.pdf", bytes).unwrap_or_else(|refusal| panic!("{}", refusal.describe(Lang::En)))
}

pub fn paragraphs(reading: &Reading) -> Vec<&str> {
    printed::paragraphs(&reading.blocks)
}

pub fn grids(reading: &Reading) -> Vec<&Grid> {
    printed::grids(&reading.blocks)
}
