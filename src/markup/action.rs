//! What a control does, by the name that its element carries.

use crate::money::Unit;

/// What the control is called that shows more entries of a legend: the first to be there.
pub const MORE: &str = "more";

/// What a click on a control does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows every amount in this unit.
    Unit(Unit),
    /// Makes text large, or usual again.
    Large,
    /// Changes the language.
    Lang,
    /// Changes the theme.
    Theme,
    /// Goes back to the budget beside the page.
    Back,
    /// Takes the alert away.
    Close,
    /// Shows more entries of a legend.
    More,
    /// Offers what can be taken away of a figure, or of the whole page.
    Share,
}

impl Action {
    /// Its name, as `data-action` has it.
    pub fn name(self) -> String {
        match self {
            Action::Unit(unit) => return format!("unit-{}", unit.id()),
            Action::Large => "large",
            Action::Lang => "lang",
            Action::Theme => "theme",
            Action::Back => "back",
            Action::Close => "close",
            Action::More => MORE,
            Action::Share => "share",
        }
        .into()
    }

    /// The action of this name.
    pub fn from_name(name: &str) -> Option<Action> {
        let units = Unit::CHOICE.into_iter().map(Action::Unit);
        let others =
            [Action::Large, Action::Lang, Action::Theme, Action::Back, Action::Close, Action::More, Action::Share];
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
