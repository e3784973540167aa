//! Decides what the cells of one column are: by their texts, or by its heading where these are blank.

use crate::budget::{Quantity, of_words};
use crate::import::recognise::header::Header;
use crate::import::recognise::sheet::Sheet;
use crate::import::recognise::table::is_total;
use crate::import::recognise::words::{Number, is_code, number};

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnContent {
    /// Classification codes, or their parts 类, 款, 项.
    Codes,
    /// Numbers.
    Amounts,
    /// Words: the names of the lines, or what else is said of them.
    Words,
    /// The numbers of the lines (序号, 行次), which say nothing.
    Order,
}

/// Whether a heading is that of the names of lines.
pub fn is_of_names(heading: &str) -> bool {
    ["项目", "科目", "名称", "支出", "收入", "功能", "经济", "内容", "单位", "类别"]
        .iter()
        .any(|word| heading.contains(word))
}

/// Whether a heading is that of a column of words, so that a blank column below it counts as words, too.
fn is_of_words(heading: &str) -> bool {
    let is_whole = ["项目", "收入", "支出"].contains(&heading);
    let ends = ["名称", "科目", "内容", "备注", "说明", "分类", "单位", "类别", "项目", "依据", "目标"];
    is_whole || ends.iter().any(|word| heading.ends_with(word))
}

/// Whether a heading is that of digits that are no amounts, such as telephone numbers, or of descriptions.
fn is_of_signs(heading: &str) -> bool {
    const ENDS: [&str; 11] = ["电话", "账号", "邮编", "时间", "日期", "型号", "性质", "简介", "方式", "形式", "联系人"];
    ENDS.iter().any(|word| heading.ends_with(word))
}

/// Decides what the cells of one column are: by their texts, or by its heading where these are blank.
pub fn holds(sheet: &Sheet, header: &Header, column: usize) -> ColumnContent {
    let heading = header.paths[column].last().map_or("", String::as_str);
    if ["序号", "行次", "栏次"].contains(&heading) {
        return ColumnContent::Order;
    }
    let texts: Vec<&str> = sheet.rows[header.body..]
        .iter()
        .map(|row| &row.slots[column])
        .filter(|slot| slot.starts && !slot.text.is_empty() && slot.columns == 1)
        .map(|slot| slot.text.as_str())
        .collect();
    // Units are identified by their names; their codes belong to no classification.
    if (heading.contains("单位") || heading.contains("部门"))
        && ["编码", "代码"].iter().any(|word| heading.contains(word))
        && !heading.contains("科目")
    {
        return ColumnContent::Words;
    }
    let is_code_heading =
        ["编码", "代码", "编号"].iter().any(|word| heading.contains(word)) || ["类", "款", "项"].contains(&heading);
    // 合计 may stand where the others have their codes.
    let is_part = |text: &&&str| text.len() <= 7 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = texts.iter().filter(is_part).count();
    let totals = texts.iter().filter(|text| is_total(text)).count();
    if is_code_heading && parts * 2 >= texts.len() - totals {
        return ColumnContent::Codes;
    }
    // The numbers of projects and accounts, telephones and days are no amounts.
    if is_code_heading && !heading.contains("科目") && parts < texts.len() - totals || is_of_signs(heading) {
        return ColumnContent::Words;
    }
    // 200 may be an amount: codes without a heading that says so are longer, or stand under 科目.
    let is_of_codes = heading.contains("科目")
        || heading.contains("分类")
        || texts.iter().any(|text| is_code(text) && text.len() > 3);
    let codes = if is_of_codes { texts.iter().filter(|text| is_code(text)).count() } else { 0 };
    let says_amount = || {
        // 2390010 below 项目支出 is an amount in yuan.
        let about = of_words(&header.paths[column].join("·"), 0, false);
        let is_money = about.fund.is_some() || about.part.is_some() || about.origin.is_some();
        about.quantity != Quantity::Amount
            || heading.starts_with("其中")
            || heading.ends_with('费')
            || is_money && !["科目", "分类", "编码", "代码", "名称"].iter().any(|word| heading.contains(word))
            || ["数", "金额", "合计", "小计", "总计", "元", "资金", "拨款"].iter().any(|word| heading.contains(word))
    };
    if codes > 0 && codes * 10 >= texts.len() * 9 && !says_amount() {
        return ColumnContent::Codes;
    }
    let numbers = texts.iter().filter(|text| number(text) != Number::Words).count();
    match () {
        () if texts.is_empty() && (says_amount() || !heading.is_empty() && !is_of_words(heading)) => {
            ColumnContent::Amounts
        }
        () if texts.is_empty() => ColumnContent::Words,
        () if numbers * 10 >= texts.len() * 7 => ColumnContent::Amounts,
        () => ColumnContent::Words,
    }
}
