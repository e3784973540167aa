//! The example of the format's documentation, in which everything agrees.

use super::repository;

/// Its text: a library's budget.
pub fn example() -> String {
    let page = repository::text("docs/format.md");
    page.split("```json").nth(1).and_then(|rest| rest.split("```").next()).expect("an example").into()
}
