//! PDF with text → blocks.
