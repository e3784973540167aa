//! What checking one tie gave.

use super::rule::Rule;
use crate::budget::Kind;
use crate::budget::{Measure, Place};
use crate::money::Amount;

listed! {
    /// Whether what should agree does. In the order of what a reader should see first.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Verdict {
        /// It does not, and rounding cannot be why (不符).
        Mismatch,
        /// It does but for what rounding alone can bring about (尾差).
        Rounding,
        /// It cannot be checked, and the finding says why (无法核对).
        Unchecked,
        /// It does (相符).
        Holds,
    }
}

impl Verdict {
    /// Its name in JSON and in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Verdict::Mismatch => "mismatch",
            Verdict::Rounding => "rounding",
            Verdict::Unchecked => "unchecked",
            Verdict::Holds => "holds",
        }
    }

    /// What it is called, in Chinese and in English.
    pub const fn name(self) -> (&'static str, &'static str) {
        match self {
            Verdict::Mismatch => ("不符", "mismatch"),
            Verdict::Rounding => ("尾差", "rounding difference"),
            Verdict::Unchecked => ("无法核对", "cannot be checked"),
            Verdict::Holds => ("相符", "holds"),
        }
    }
}

/// What checking one tie gave: language-free; [`super::sentence`] puts it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that was applied.
    pub rule: Rule,
    /// What it gave.
    pub verdict: Verdict,
    /// The two numbers that were held against each other, where there are numbers.
    pub compared: Option<Compared>,
    /// Where the stated number is printed; of several, they are added up. For findings without a number, what they
    /// are about.
    pub stated: Vec<Place>,
    /// The numbers that it is computed from.
    pub terms: Vec<Place>,
    /// Why it cannot be checked, or what a reader should know.
    pub why: Option<Why>,
}

impl Finding {
    /// Everything that it is about.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.stated.iter().chain(&self.terms).copied()
    }
}

/// The numbers of a tie, as amounts of one measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// What they count.
    pub measure: Measure,
    /// What is printed; `None` for a blank.
    pub stated: Option<Amount>,
    /// What it should be by the other numbers; `None` only beyond 96 bits.
    pub computed: Option<Amount>,
    /// `stated − computed`, a blank counting as nothing.
    pub difference: Option<Amount>,
    /// The largest difference that rounding alone can bring about.
    pub bound: Option<Amount>,
}

listed! {
    /// Which numbers are in another unit than they say.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Scaled {
        /// Those of a table.
        Table,
        /// Those of the column that the place is in.
        Column,
        /// Those of a line.
        Line,
        /// Those at the places.
        Numbers,
    }
}

/// Writes the reasons down once: for the type, and those that name nothing else for the list of them as well.
macro_rules! reasons {
    (
        naming { $($(#[$about:meta])* $naming:ident($($what:ty),+),)+ }
        plain { $($(#[$each:meta])* $plain:ident,)+ }
    ) => {
        /// Why something cannot be checked, or what a reader should know of a finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Why {
            $($(#[$about])* $naming($($what),+),)+
            $($(#[$each])* $plain,)+
        }

        impl Why {
            /// The reasons that name nothing else.
            pub const PLAIN: [Why; [$(stringify!($plain)),+].len()] = [$(Why::$plain),+];
        }
    };
}

reasons! {
    naming {
        /// The document has no table of this kind.
        NoTable(Kind),
        /// The share would be right of this.
        RightOf(Place),
        /// Its words are another project's.
        CopiedFrom(usize),
        /// Against all other numbers these have to be multiplied by ten to this power: they are in another unit.
        Scale(Scaled, i8),
    }
    plain {
        /// No table or statement of the document has this number.
        NoNumber,
        /// The other table has no line for it.
        NoLine,
        /// There is other money than the general public budget, or money carried over: these need not agree.
        OtherFunds,
        /// Columns whose meaning is not known may be parts, too.
        UnknownColumns,
        /// Lines of which nothing says what they stand under may be parts of others.
        UnknownLines,
        /// Several tables of this kind are printed, and nothing tells which of them is of all.
        OneOfSeveral,
        /// It may be paid under other functions, too.
        OtherFunctions,
        /// There was nothing before, so that nothing can be a percentage of it.
        NoBase,
        /// The line prints no amount at all, as a heading does.
        Heading,
        /// The rest may be paid from project expenditure.
        FromProjects,
        /// The document does not say which projects these are.
        NoCodes,
        /// No form of the project is published.
        NoForm,
        /// The indicator states no amount that could be held against the funds.
        NoAmount,
        /// The names differ; whether they mean the same is for a person to say.
        OtherName,
        /// The code stands under none that it begins with.
        NoParent,
        /// The code has a length that no level of the classification has.
        NoLevel,
        /// It stands there twice.
        Twice,
        /// The table prints amounts although it is marked as empty.
        NotEmpty,
        /// The table prints no amount, and no note says so.
        NoNote,
        /// The numbering of the tables has a gap here.
        Gap,
        /// It is less than nothing.
        Negative,
        /// A year needs more than the whole term.
        MoreThanTerm,
        /// Its further places were cut off instead of rounded.
        CutOff,
        /// Not all numbers that it is reckoned from are stated.
        Incomplete,
        /// Nothing says whether all money is meant, or that of one fund.
        WhichFund,
        /// Nothing says whether what is carried over is included.
        WhichYears,
        /// Nothing says whether basic expenditure only is meant.
        WhichPart,
        /// There may be parts that the text does not list.
        OtherParts,
        /// Nothing says which of last year's amounts it is compared with.
        WhichBase,
        /// It is the price of one of many.
        UnitPrice,
        /// It may be some of the funds only.
        PartOfFunds,
        /// The indicator states an upper limit, and the funds are within it.
        UpperLimit,
        /// Several forms are called so, or several projects.
        SameName,
        /// The tables list no such project; it may be of an earlier year.
        EarlierYears,
        /// What has been made need not be published in this document.
        NotPublished,
        /// The same code has other names.
        NameDiffers,
        /// The table prints no total.
        NoTotal,
        /// One side of a balance prints it, and the other nothing that answers to it.
        OneSided,
        /// It prints no parts, though the others of its level or another table do.
        NoParts,
        /// The level above it is not printed.
        NoHeading,
        /// The reason is one for growth where it fell, or for a fall where it grew.
        OtherDirection,
        /// It has grown by more than there is, so that there would have been less than nothing before.
        LessThanNothing,
        /// A part is more than the whole.
        MoreThanWhole,
        /// The cost of the year is the same form's funds of the whole term.
        TermFunds,
    }
}

impl Why {
    /// Whether the stated number is more than it may be, and need not be what it is held against.
    pub const fn is_limit(self) -> bool {
        matches!(self, Why::MoreThanTerm | Why::LessThanNothing | Why::MoreThanWhole)
    }
}
