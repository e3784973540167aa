//! A figure's numbers as a table, folded until asked for.

use std::sync::Arc;

use leptos::prelude::*;

use super::page::Page;
use crate::figure::{Cell, Figure, Grid, Trace};

/// The table of a figure.
#[component]
pub fn Table(figure: Memo<Option<Arc<Figure>>>) -> impl IntoView {
    let page = expect_context::<Page>();
    let grid = Memo::new(move |_| figure.with(|figure| figure.as_ref().map(|figure| figure.grid.clone())));
    view! {
        <details class="data">
            <summary>{move || page.words().pick("看数据表", "Show the table")}</summary>
            <div class="scroll">{move || grid.with(|grid| grid.as_ref().map(rows))}</div>
        </details>
    }
}

fn rows(grid: &Grid) -> impl IntoView + use<> {
    let head = grid.head.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let cell = |(i, cell): (usize, &Cell)| {
        let (text, trace) = (cell.text.clone(), cell.trace.as_ref().map(Trace::path));
        if i == 0 { view! { <th scope="row">{text}</th> }.into_any() } else { view! { <td title=trace>{text}</td> }.into_any() }
    };
    let body = grid.rows.iter().map(|row| view! { <tr>{row.iter().enumerate().map(cell).collect_view()}</tr> }).collect_view();
    view! { <table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table> }
}
