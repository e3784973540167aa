//! The actions of controls, by the names in their elements' `data-action` attributes.

use crate::money::Unit;

/// The name of the action that shows more entries of a legend, the only one that the first module carries out.
pub const MORE: &str = "more";

/// What a click on a control does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows every amount in this unit.
    Unit(Unit),
    /// Switches large text on or off.
    Large,
    /// Switches between large text and the largest.
    Largest,
    /// Changes the language.
    Lang,
    /// Changes the theme.
    Theme,
    /// Goes back to the budget beside the page.
    Back,
    /// Closes the alert.
    Close,
    /// Shows more entries of a legend.
    More,
    /// Opens the dialog to share or save a figure, or the whole page.
    Share,
}

impl Action {
    /// The name of the action, as in `data-action`.
    pub fn name(self) -> String {
        match self {
            Action::Unit(unit) => return format!("unit-{}", unit.id()),
            Action::Large => "large",
            Action::Largest => "largest",
            Action::Lang => "lang",
            Action::Theme => "theme",
            Action::Back => "back",
            Action::Close => "close",
            Action::More => MORE,
            Action::Share => "share",
        }
        .into()
    }

    /// The action with this name.
    pub fn from_name(name: &str) -> Option<Action> {
        let units = Unit::CHOICE.into_iter().map(Action::Unit);
        let others = [
            Action::Large,
            Action::Largest,
            Action::Lang,
            Action::Theme,
            Action::Back,
            Action::Close,
            Action::More,
            Action::Share,
        ];
        units.chain(others).find(|action| action.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_found_by_its_name() {
        let all = Unit::CHOICE.into_iter().map(Action::Unit).chain([
            Action::Large,
            Action::Largest,
            Action::Lang,
            Action::Theme,
            Action::Back,
            Action::Close,
            Action::More,
            Action::Share,
        ]);
        for action in all {
            assert_eq!(Action::from_name(&action.name()), Some(action));
        }
        assert_eq!(Action::from_name("unit-dollar"), None);
    }
}
