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

/// Every action with its name, as in `data-action`.
const NAMES: [(Action, &str); 11] = [
    (Action::Unit(Unit::Yuan), "unit-yuan"),
    (Action::Unit(Unit::Wan), "unit-wan"),
    (Action::Unit(Unit::Yi), "unit-yi"),
    (Action::Large, "large"),
    (Action::Largest, "largest"),
    (Action::Lang, "lang"),
    (Action::Theme, "theme"),
    (Action::Back, "back"),
    (Action::Close, "close"),
    (Action::More, MORE),
    (Action::Share, "share"),
];

impl Action {
    /// The name of the action.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(action, _)| *action == self).map_or("", |(_, name)| name)
    }

    /// The action with this name.
    pub fn from_name(name: &str) -> Option<Action> {
        NAMES.iter().find(|(_, own)| *own == name).map(|(action, _)| *action)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_found_by_its_name() {
        for (action, name) in NAMES {
            assert_eq!((action.name(), Action::from_name(name)), (name, Some(action)));
        }
        assert_eq!(Action::from_name("unit-dollar"), None);
    }

    #[test]
    fn every_unit_that_readers_choose_has_an_action() {
        for unit in Unit::CHOICE {
            assert_eq!(Action::Unit(unit).name(), ["unit-", unit.id()].concat());
        }
    }
}
