//! Finds the halves of a two-sided table: income and expenditure.

use crate::budget::{Kind, Side};
use crate::import::recognise::columns::Block;
use crate::import::recognise::header::Header;

/// Which half of a two-sided table each block is: as it is printed above, or the first income and the second
/// expenditure, as balances are.
pub fn sides(blocks: &[Block], header: &Header, kind: Option<Kind>) -> Vec<Option<Side>> {
    if blocks.len() < 2 {
        return vec![None; blocks.len()];
    }
    let said = |block: &Block| {
        let columns = block.name.iter().chain(&block.amounts);
        let words: String = columns.flat_map(|column| header.paths[*column].iter().map(String::as_str)).collect();
        match (words.contains("收入"), words.contains("支出")) {
            (true, false) => Some(Side::Income),
            (false, true) => Some(Side::Expenditure),
            _ => None,
        }
    };
    let said: Vec<Option<Side>> = blocks.iter().map(said).collect();
    let is_balance = matches!(kind, Some(Kind::Balance | Kind::Appropriation | Kind::StateCapital));
    let is_silent = said.iter().all(Option::is_none);
    match said.as_slice() {
        [_, _, _, ..] if is_balance && is_silent => {
            let mut sides = vec![Some(Side::Expenditure); said.len()];
            sides[0] = Some(Side::Income);
            sides
        }
        [None, None] if is_balance => vec![Some(Side::Income), Some(Side::Expenditure)],
        [Some(side), None] if is_balance => vec![Some(*side), Some(other(*side))],
        [None, Some(side)] if is_balance => vec![Some(other(*side)), Some(*side)],
        _ => said,
    }
}

const fn other(side: Side) -> Side {
    match side {
        Side::Income => Side::Expenditure,
        Side::Expenditure => Side::Income,
    }
}
