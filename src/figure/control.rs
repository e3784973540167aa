//! Controls above a figure's list, by which a reader filters or sorts it.

/// A control above a figure's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    /// One of several values.
    Options {
        /// The parameter that it sets, one of [`super::param::ALL`].
        name: &'static str,
        /// The label of the control.
        label: String,
        /// The values, each with its text; that of the default is empty.
        options: Vec<(String, String)>,
        /// The value that is chosen now.
        chosen: String,
    },
    /// A field for text to look for.
    Find {
        /// The parameter that it sets, one of [`super::param::ALL`].
        name: &'static str,
        /// The label of the control.
        label: String,
        /// The text that is looked for now.
        text: String,
    },
}
