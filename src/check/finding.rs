//! The result of a cross-check: the rule, the verdict, the numbers, their places and the reason.

use super::rule::Rule;
use crate::budget::Kind;
use crate::budget::{Measure, Place};
use crate::money::Amount;

listed! {
    /// Whether numbers that should agree do. In the order of what a reader should see first.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Verdict {
        /// They do not agree, and rounding cannot explain it (不符).
        Mismatch,
        /// They agree except for what rounding alone can explain (尾差).
        Rounding,
        /// They cannot be checked, and the finding says why (无法核对).
        Unchecked,
        /// They agree (相符).
        Holds,
    }
}

impl Verdict {
    /// The verdict's name in JSON and in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Verdict::Mismatch => "mismatch",
            Verdict::Rounding => "rounding",
            Verdict::Unchecked => "unchecked",
            Verdict::Holds => "holds",
        }
    }

    /// What the verdict is called, in Chinese and in English.
    pub const fn name(self) -> (&'static str, &'static str) {
        match self {
            Verdict::Mismatch => ("不符", "mismatch"),
            Verdict::Rounding => ("尾差", "rounding difference"),
            Verdict::Unchecked => ("无法核对", "cannot be checked"),
            Verdict::Holds => ("相符", "holds"),
        }
    }
}

/// The result of a cross-check, in no language; [`super::sentence()`] puts it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that was applied.
    pub rule: Rule,
    /// The outcome of the rule.
    pub verdict: Verdict,
    /// The two numbers that were compared, where there are numbers.
    pub compared: Option<Compared>,
    /// Where the stated number is printed; of several, they are added up. For findings without a number, what they
    /// are about.
    pub stated: Vec<Place>,
    /// Where the numbers are printed that the stated one is compared with or computed from.
    pub terms: Vec<Place>,
    /// Why the numbers cannot be checked, or what a reader should know.
    pub reason: Option<Reason>,
}

impl Finding {
    /// All places that the finding is about.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.stated.iter().chain(&self.terms).copied()
    }
}

/// The numbers of a cross-check, as amounts of one measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// What the numbers measure.
    pub measure: Measure,
    /// The number that is printed; `None` for a blank.
    pub stated: Option<Amount>,
    /// What it should be by the other numbers; `None` only where it does not fit in 96 bits.
    pub computed: Option<Amount>,
    /// `stated − computed`, where a blank counts as zero.
    pub difference: Option<Amount>,
    /// The tolerance: the largest difference that rounding alone can explain.
    pub bound: Option<Amount>,
}

listed! {
    /// Which numbers are in another unit than the document says.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Scaled {
        /// Those of a table.
        Table,
        /// Those of the column that the place is in.
        Column,
        /// Those of a line.
        Line,
        /// Those at the finding's places.
        Numbers,
    }
}

/// Declares the reasons once: for the enum, and those without data for the list of them as well.
macro_rules! reasons {
    (
        naming { $($(#[$about:meta])* $naming:ident($($what:ty),+),)+ }
        plain { $($(#[$each:meta])* $plain:ident,)+ }
    ) => {
        /// Why something cannot be checked, or what a reader should know of a finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Reason {
            $($(#[$about])* $naming($($what),+),)+
            $($(#[$each])* $plain,)+
        }

        impl Reason {
            /// The reasons without data.
            pub const PLAIN: [Reason; [$(stringify!($plain)),+].len()] = [$(Reason::$plain),+];
        }
    };
}

reasons! {
    naming {
        /// The document has no table of this kind.
        NoTable(Kind),
        /// The share would be right as a share of the amount at this place.
        RightOf(Place),
        /// The text or name is that of another project, which has this index.
        CopiedFrom(usize),
        /// Compared with all other numbers these have to be multiplied by ten to this power: they are in another unit.
        Scale(Scaled, i8),
    }
    plain {
        /// No table or statement of the document has this number.
        NoNumber,
        /// The other table has no such line.
        NoLine,
        /// There is money besides the general public budget's, or money carried over: these numbers need not agree.
        OtherFunds,
        /// Columns of unknown meaning may be parts, too.
        UnknownColumns,
        /// Lines of which nothing says what they stand under may be parts of other lines.
        UnknownLines,
        /// Several tables of this kind are printed, and nothing tells which of them is of all.
        OneOfSeveral,
        /// Some of the money may be paid under other functions.
        OtherFunctions,
        /// There was no amount before, so that nothing can be a percentage of it.
        NoBase,
        /// The line prints no amount at all, as a heading does.
        Heading,
        /// The rest may be paid from project expenditure.
        FromProjects,
        /// The document does not say which projects these are.
        NoCodes,
        /// No form of the project is published.
        NoForm,
        /// The indicator states no amount that could be compared with the funds.
        NoAmount,
        /// The names differ; whether they mean the same is for a person to say.
        OtherName,
        /// The code does not stand under the one that it begins with.
        NoParent,
        /// The code has a length that no level of the classification has.
        NoLevel,
        /// The line is repeated.
        Twice,
        /// The table prints amounts although it is marked as empty.
        NotEmpty,
        /// The table prints no amount, and no note says so.
        NoNote,
        /// The numbering of the tables has a gap here.
        Gap,
        /// The amount is below zero.
        Negative,
        /// A year needs more than the whole term.
        MoreThanTerm,
        /// Further decimal places were cut off instead of rounded.
        CutOff,
        /// Not all numbers that it is computed from are stated.
        Incomplete,
        /// Nothing says whether all money is meant, or that of one fund.
        WhichFund,
        /// Nothing says whether money carried over is included.
        WhichYears,
        /// Nothing says whether basic expenditure only is meant.
        WhichPart,
        /// There may be parts that the text does not list.
        OtherParts,
        /// Nothing says which of last year's amounts it is compared with.
        WhichBase,
        /// The amount is the price of a single thing.
        UnitPrice,
        /// The amount may be only part of the funds.
        PartOfFunds,
        /// The indicator states an upper limit, and the funds are within it.
        UpperLimit,
        /// Several forms, or several projects, have this name.
        SameName,
        /// The tables list no such project; it may be of an earlier year.
        EarlierYears,
        /// Forms that were made need not be published in this document.
        NotPublished,
        /// The same code has different names.
        NameDiffers,
        /// The table prints no total.
        NoTotal,
        /// One side of a balance prints this line, and the other has no counterpart.
        OneSided,
        /// The line prints no parts, though the others of its level or another table do.
        NoParts,
        /// The level above it is not printed.
        NoHeading,
        /// The stated reason is one for growth where the amount fell, or for a fall where it grew.
        OtherDirection,
        /// The amount has grown by more than there is now, so that it would have been below zero before.
        LessThanNothing,
        /// A part is more than the whole.
        MoreThanWhole,
        /// The cost of the year is the same form's funds of the whole term.
        TermFunds,
    }
}

impl Reason {
    /// Whether the stated number exceeds a limit, and need not be equal to what it is compared with.
    pub const fn is_limit(self) -> bool {
        matches!(self, Reason::MoreThanTerm | Reason::LessThanNothing | Reason::MoreThanWhole)
    }
}
