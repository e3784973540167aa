//! What must hold of any narrative: no number is made up.

use super::made::{drawn, sound};
use budget_lens::budget::{Budget, Statement};
use budget_lens::import::recognise::recognise;
use budget_lens::import::{ImportOptions, Imported};

/// The tables that the narrative is about.
const TABLES: &str = "
    某区民政局2026年部门预算
    收支总表
    单位：万元
    项目 | 预算数 | 项目 | 预算数
    一、一般公共预算拨款收入 | 1,182.50 | 一、一般公共服务支出 | 1,120.50
     | | 二、社会保障和就业支出 | 62.00
    收入总计 | 1,182.50 | 支出总计 | 1,182.50
    支出总表
    单位：万元
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    合计 | | 1,182.50 | 1,120.50 | 62.00
    201 | 一般公共服务支出 | 1,120.50 | 1,120.50 |
    20138 | 市场监督管理事务 | 1,120.50 | 1,120.50 |
    208 | 社会保障和就业支出 | 62.00 | | 62.00
    “三公”经费支出表
    单位：万元
    因公出国（境）费 | 公务接待费 | 公务用车购置费 | 公务用车运行费
    1.00 | 2.00 | 0.00 | 3.00";

/// Reads a narrative beside some tables, and looks at what it is said to state.
///
/// # Panics
/// Where something does not hold.
pub fn narrative(text: &str) {
    let mut blocks = drawn::blocks(TABLES);
    blocks.extend(text.lines().filter(|line| !line.trim().is_empty()).map(|line| drawn::paragraph(2, line)));
    let (budget, report) = recognise("某局2026年部门预算", &blocks, &ImportOptions::default());
    let printed = digits(text);
    for statement in all(&budget) {
        let amounts = [statement.amount, statement.change, statement.last_year].into_iter().flatten();
        let rates = [statement.share, statement.rate].into_iter().flatten().map(|rate| rate.to_string());
        for number in amounts.map(|amount| amount.to_string()).chain(rates) {
            let own = digits(&number);
            // Unchanged (持平) is a number, too.
            let is_zero = own.chars().all(|digit| digit == '0');
            assert!(is_zero || printed.contains(&own), "{number} of {statement:?} is not in {text:?}");
        }
    }
    sound::budget(&Imported { budget, report });
}

fn all(budget: &Budget) -> impl Iterator<Item = &Statement> {
    budget.statements.iter().chain(&budget.procurement)
}

/// The digits of a text, without all between them.
fn digits(text: &str) -> String {
    let plain = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0),
        c => Some(c).filter(char::is_ascii_digit),
    };
    text.chars().filter_map(plain).collect()
}
