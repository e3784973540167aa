//! How much is read of a PDF at most, so that no file keeps its reader waiting or takes all memory.
//!
//! The largest real document that we know has 328 pages, and 1,208 segments on one of them.

/// The most pages of a file.
pub const MAX_PAGES: usize = 1_000;
/// The most operators of a page, forms included.
pub const MAX_OPERATORS: usize = 3_000_000;
/// The most operators of a file.
pub const MAX_OPERATORS_IN_ALL: usize = 30_000_000;
/// The most glyphs of a file.
pub const MAX_GLYPHS: usize = 2_000_000;
/// The most straight lines of a page.
pub const MAX_SEGMENTS: usize = 20_000;
/// How deep forms may contain forms; one may contain itself.
pub const MAX_FORMS_DEEP: usize = 12;
/// How many graphics states may be saved at once.
pub const MAX_SAVED_STATES: usize = 1_000;
/// The most points of a path.
pub const MAX_POINTS: usize = 100_000;
/// The most fonts of a file.
pub const MAX_FONTS: usize = 2_000;
/// The most ranges of glyph widths of a font.
pub const MAX_WIDTHS: usize = 65_536;
/// The most fields of a table's grid, used or not.
pub const MAX_CROSSINGS: usize = 250_000;
/// The most bytes that a stream with several filters may unpack to.
pub const MAX_IN_CHAIN: usize = 256 << 20;
/// The most bytes of all object streams.
pub const MAX_OBJECT_STREAMS: usize = 96 << 20;
/// How many operators all cached fonts may have cost.
pub const MAX_IN_FONTS: usize = 2_000_000;
/// How many operators take as long as reading a range of widths.
pub const OPERATORS_A_WIDTH: usize = 8;

/// How many bytes of a stream take as long as an operator.
const BYTES_AN_OPERATOR: usize = 8;
/// How many operators take as long as opening a stream.
const OPENING: usize = 64;

/// How much of a PDF may still be read, in operators and glyphs.
#[derive(Debug)]
pub struct Allowance {
    in_all: usize,
    page: usize,
    glyphs: usize,
}

impl Allowance {
    /// The allowance for a whole file.
    pub fn new() -> Self {
        Self { in_all: MAX_OPERATORS_IN_ALL, page: 0, glyphs: MAX_GLYPHS }
    }

    /// Begins a page.
    pub fn begin_page(&mut self) {
        self.page = MAX_OPERATORS.min(self.in_all);
    }

    /// How many operators may still come in all.
    pub const fn left(&self) -> usize {
        self.in_all
    }

    /// Counts operators, and returns whether they were still allowed.
    pub fn operators(&mut self, count: usize) -> bool {
        let is_allowed = count <= self.page;
        let taken = count.min(self.page);
        self.page -= taken;
        self.in_all -= taken.min(self.in_all);
        is_allowed
    }

    /// Ends a page on which more is drawn than is read of one.
    pub fn end_page(&mut self) {
        self.page = 0;
    }

    /// Counts what a stream of this many bytes costs: one stream may be used a million times.
    pub fn stream(&mut self, bytes: usize) -> bool {
        self.operators(OPENING + bytes / BYTES_AN_OPERATOR)
    }

    /// How many bytes of a stream may still be read.
    pub const fn bytes(&self) -> usize {
        self.page * BYTES_AN_OPERATOR
    }

    /// Counts a glyph that stands for this many characters: a font may map each glyph to a whole book.
    pub fn glyph(&mut self, characters: usize) -> bool {
        let is_allowed = characters <= self.glyphs;
        self.glyphs = self.glyphs.saturating_sub(characters.max(1));
        is_allowed
    }

    /// Whether the page or the file has used up what is allowed.
    pub fn is_used_up(&self) -> bool {
        self.page == 0 || self.glyphs == 0
    }
}
