//! Income by source: what stands below a sum, and what is carried over with it.

use super::{checked, fine, table};
use serde_json::{Value, json};

/// A two-sided table of income and 100.00 of expenditure.
fn balance(number: &str, kind: &str, mut lines: Vec<Value>, total: &str) -> Value {
    lines.extend([
        json!({"key": "201", "name": "一般公共服务支出", "side": "expenditure", "amounts": {"total": total}}),
        json!({"name": "支出总计", "role": "total", "side": "expenditure", "amounts": {"total": total}}),
    ]);
    let mut balance = table(number, kind, &[], json!(lines));
    balance["columns"] = json!([
        {"id": "income", "name": "预算数", "side": "income"},
        {"id": "total", "name": "预算数", "side": "expenditure"},
    ]);
    balance
}

fn income(name: &str, role: &str, level: u8, amount: &str) -> Value {
    json!({"name": name, "role": role, "side": "income", "level": level, "amounts": {"income": amount}})
}

/// A template that prints 上级补助收入 below 本年收入合计: the income table's total is that of both.
#[test]
fn income_printed_below_the_years_income_is_the_years_too() {
    let tables = |total: &str| {
        let lines = vec![
            income("财政拨款收入", "item", 1, "80.00"),
            income("其他收入", "item", 1, "5.00"),
            income("本年收入合计", "subtotal", 1, "85.00"),
            income("上级补助收入", "item", 1, "15.00"),
            income("上年结转", "item", 1, "0.00"),
            income("收入总计", "total", 1, "100.00"),
        ];
        let columns = [
            ("total", "合计"),
            ("appropriation", "财政拨款收入"),
            ("other-income", "其他收入"),
            ("superior-grants", "上级补助收入"),
            ("carry-over", "上年结转"),
        ];
        let amounts =
            json!({"total": total, "appropriation": "80.00", "other-income": "5.00", "superior-grants": "15.00"});
        json!([
            balance("表一", "balance", lines, "100.00"),
            table("表二", "income", &columns, json!([{"name": "合计", "role": "total", "amounts": amounts}]))
        ])
    };
    fine(tables("100.00"), json!({}));
    let (_, wrong) = checked(tables("101.00"), json!({}));
    assert!(wrong.iter().any(|told| told.starts_with("balance-income")), "{wrong:?}");
}

/// One line of what is carried over, with the part that is no appropriation below it: that of appropriations is only the
/// other part, though both lines are called alike.
#[test]
fn what_is_carried_over_is_of_appropriations_only_in_part() {
    let tables = |in_columns: &str, fiscal: &str| {
        let all = vec![
            income("财政拨款", "item", 1, "80.00"),
            income("本年收入合计", "subtotal", 1, "80.00"),
            income("上年结余、结转", "item", 1, "20.00"),
            income("财政拨款结余、结转", "item", 2, "15.00"),
            income("非财政拨款结余、结转", "item", 2, "5.00"),
            income("收入总计", "total", 1, "100.00"),
        ];
        let of_treasury = vec![
            income("财政拨款", "item", 1, "80.00"),
            income("本年收入合计", "subtotal", 1, "80.00"),
            income("上年结余、结转", "item", 1, fiscal),
            income("收入总计", "total", 1, "95.00"),
        ];
        let columns = [("total", "收入总计"), ("general-public", "一般公共预算拨款"), ("carry-over", "上年结余、结转")];
        let amounts = json!({"total": "100.00", "general-public": "80.00", "carry-over": in_columns});
        json!([
            balance("表一", "balance", all, "100.00"),
            table("表二", "income", &columns, json!([{"name": "合计", "role": "total", "amounts": amounts}])),
            balance("表三", "appropriation", of_treasury, "95.00"),
        ])
    };
    fine(tables("20.00", "15.00"), json!({}));
    let (_, wrong) = checked(tables("21.00", "15.00"), json!({}));
    assert!(wrong.iter().any(|told| told.starts_with("balance-income")), "{wrong:?}");
    let (_, wrong) = checked(tables("20.00", "16.00"), json!({}));
    assert!(wrong.iter().any(|told| told.starts_with("appropriation")), "{wrong:?}");
}
