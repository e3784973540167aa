//! The actions of the share dialog, by the names in their buttons' `data-take` attributes.

/// An action of the share dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportAction {
    /// Closes the dialog.
    Close,
    /// Copies the link.
    Link,
    /// Opens the system's own share dialog with the link.
    Send,
    /// Opens the system's share dialog with the picture and the link.
    SendPicture,
    /// Saves the picture for chats.
    Png,
    /// Saves the picture for documents in pixels.
    DetailedPng,
    /// Saves the picture for documents as a drawing.
    Svg,
    /// Saves the figure's numbers.
    Csv,
    /// Saves an official table, by its place in the document.
    Table(usize),
    /// Saves the whole budget as it was read.
    Json,
    /// Saves the whole page.
    Page,
    /// Prints the page, or the figure.
    Print,
    /// Prints the page's summary.
    Summary,
    /// Folds or unfolds the part on embedding.
    Embed,
    /// Chooses the way in which a portal embeds the figure.
    Form(Form),
    /// Chooses how much of the figure a portal shows.
    Detail(Detail),
    /// Previews a column of this width, in CSS pixels.
    Width(u16),
    /// Copies the code that a portal's editor pastes.
    Snippet,
}

/// The ways in which a portal can embed a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A frame of a fixed height: no script at all.
    Frame,
    /// A frame that a script keeps as high as what it shows.
    Sizing,
    /// An element of the portal's own page.
    Element,
}

/// How much of a figure a portal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// All of it.
    All,
    /// Its answer and its chart.
    Chart,
    /// Its answer alone.
    Number,
}

impl Detail {
    /// The value of the parameter `detail` in a figure's address; all of the figure has none.
    pub const fn param(self) -> Option<&'static str> {
        match self {
            Detail::All => None,
            Detail::Chart => Some("chart"),
            Detail::Number => Some("number"),
        }
    }
}

/// The widths of columns that can be tried: a side column, a phone, an article.
pub const WIDTHS: [u16; 3] = [280, 375, 700];

const NAMED: &[(ExportAction, &str)] = &[
    (ExportAction::Close, "close"),
    (ExportAction::Link, "link"),
    (ExportAction::Send, "send"),
    (ExportAction::SendPicture, "send-picture"),
    (ExportAction::Png, "png"),
    (ExportAction::DetailedPng, "detailed-png"),
    (ExportAction::Svg, "svg"),
    (ExportAction::Csv, "csv"),
    (ExportAction::Json, "json"),
    (ExportAction::Page, "page"),
    (ExportAction::Print, "print"),
    (ExportAction::Summary, "print-summary"),
    (ExportAction::Embed, "embed"),
    (ExportAction::Form(Form::Frame), "form-frame"),
    (ExportAction::Form(Form::Sizing), "form-sizing"),
    (ExportAction::Form(Form::Element), "form-element"),
    (ExportAction::Detail(Detail::All), "detail-all"),
    (ExportAction::Detail(Detail::Chart), "detail-chart"),
    (ExportAction::Detail(Detail::Number), "detail-number"),
    (ExportAction::Snippet, "snippet"),
];

impl ExportAction {
    /// The name of the action, as in `data-take`.
    pub fn name(self) -> String {
        match self {
            ExportAction::Table(i) => String::from("table-") + &i.to_string(),
            ExportAction::Width(width) => String::from("width-") + &width.to_string(),
            _ => NAMED.iter().find(|(take, _)| *take == self).map(|(_, name)| String::from(*name)).unwrap_or_default(),
        }
    }

    /// The action with this name.
    pub fn from_name(name: &str) -> Option<ExportAction> {
        if let Some(i) = name.strip_prefix("table-") {
            return i.parse().ok().map(ExportAction::Table);
        }
        if let Some(width) = name.strip_prefix("width-") {
            return width.parse().ok().map(ExportAction::Width);
        }
        NAMED.iter().find(|(_, known)| *known == name).map(|(take, _)| *take)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_to_be_taken_is_found_by_its_name() {
        let all = NAMED.iter().map(|(take, _)| *take).chain([ExportAction::Table(12), ExportAction::Width(280)]);
        for take in all {
            assert_eq!(ExportAction::from_name(&take.name()), Some(take));
            assert!(!take.name().is_empty());
        }
        assert_eq!((ExportAction::from_name("gif"), ExportAction::from_name("table-x")), (None, None));
    }
}
