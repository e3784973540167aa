//! What a reader can set in a figure.

/// A control above a figure's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    /// One of several values.
    Options {
        /// What is chosen, one of [`super::param::ALL`].
        name: &'static str,
        /// What it is called.
        label: String,
        /// The values, each with how it reads; the first is what holds where nothing is chosen.
        options: Vec<(&'static str, String)>,
        /// The value that is chosen now.
        chosen: String,
    },
    /// Words to look for.
    Find {
        /// What is chosen, one of [`super::param::ALL`].
        name: &'static str,
        /// What it is called.
        label: String,
        /// What is looked for now.
        text: String,
    },
}
