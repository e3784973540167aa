//! The project tables and the projects' performance forms.

use budget_lens::money::Unit;
use serde_json::{Map, Value, json};

use super::classification::Fund;
use super::ledger::{Entry, Ledger, Pick, Project, Spend};
use super::print::Print;
use super::sheet::{Head, Sheet, column};
use super::template::{Style, Template};

/// Projects of this year's money, or of what was carried over.
pub fn table(ledger: &Ledger, template: &Template, style: Style, carried: bool) -> Value {
    let scope = |entry: &Entry| entry.is_project() && is_in(entry, template, carried);
    let funds = Fund::ALL.into_iter().filter(|fund| *fund != Fund::Business);
    let funds = funds.map(|fund| column(fund.id(), fund.name(), move |entry| entry.fund == fund));
    let business = ledger.entries.iter().any(|entry| entry.fund == Fund::Business);
    let business = business.then(|| column("business", "事业收入", |entry| entry.fund == Fund::Business));
    let columns = std::iter::once(column("total", "合计", |_| true)).chain(funds).chain(business);
    let mut sheet = Sheet::new(ledger, style.print, columns);
    let coded = template.projects_coded && (0..ledger.projects.len()).all(|i| ledger.function_of(i).is_some());
    sheet.in_blocks(super::DEPARTMENT, template, style, &scope, &|sheet, scope| {
        for (i, project) in ledger.projects.iter().enumerate() {
            let fits = |entry: &Entry| entry.spend == Spend::Project(i) && scope(entry);
            if ledger.entries.iter().any(fits) {
                let code = ledger.function_of(i).filter(|_| coded);
                sheet.line(Head { name: &project.name, code, ..Head::default() }, fits);
            }
        }
    });
    if carried {
        sheet.table("carried-projects", "项目支出表（上年结转）")
    } else {
        sheet.table("projects", "项目支出表（本年预算）")
    }
}

/// Whether the project table holds an entry, or the one of what was carried over.
fn is_in(entry: &Entry, template: &Template, carried: bool) -> bool {
    if template.projects_carried { !carried } else { entry.carried == carried }
}

/// The projects of the project table, each with its form where one is published.
pub fn forms(ledger: &Ledger, template: &Template) -> Value {
    let in_table =
        |i: usize| ledger.entries.iter().any(|entry| entry.spend == Spend::Project(i) && is_in(entry, template, false));
    let projects = ledger.projects.iter().enumerate().filter(|(i, _)| in_table(*i));
    let one = |(i, project): (usize, &Project)| {
        let of = |entry: &Entry| entry.spend == Spend::Project(i) && is_in(entry, template, false);
        json!({
            "name": project.name,
            "group": if project.running { "running" } else { "goal" },
            "form": project.form.map(|later| form(ledger, project, &of, later)),
        })
    };
    projects.map(one).collect()
}

/// A form: funds in yuan to the fen, of this year and of the whole term.
fn form(ledger: &Ledger, project: &Project, of: &dyn Fn(&Entry) -> bool, later: i64) -> Value {
    let yuan = Print { unit: Unit::Yuan, places: 2, short: true, zeros: true };
    let levels: [(&str, Pick); 4] = [
        ("central", &|entry| entry.fund == Fund::StateCapital),
        ("county", &|entry| [Fund::GeneralPublic, Fund::Government].contains(&entry.fund)),
        ("own", &|entry| entry.fund == Fund::Own),
        ("other", &|entry| [Fund::FiscalAccount, Fund::Business].contains(&entry.fund)),
    ];
    let funds = |later: i64| -> Value {
        let total = ledger.sum(of) + i128::from(later);
        let mut funds = Map::from_iter([("total".to_string(), json!(yuan.always(total)))]);
        for (level, fits) in levels {
            let more = if level == "county" { i128::from(later) } else { 0 };
            funds.insert(level.into(), json!(yuan.always(ledger.sum(|entry| of(entry) && fits(entry)) + more)));
        }
        funds.into()
    };
    let annual = ledger.sum(of);
    let cost = |fen: i128| match project.cost {
        0 => yuan.always(fen) + "元",
        1 => Print { unit: Unit::Wan, places: 6, ..yuan }.always(fen) + "万元",
        2 => format!("≤{}万元", Print { unit: Unit::Wan, ..yuan }.always(fen)),
        _ => "满意".into(),
    };
    json!({
        "name": project.name.replace('（', "(").replace('）', ")"),
        "unit": "元",
        "period": funds(later), "annual": funds(0),
        "goal_period": format!("{}如期完成", project.name), "goal_annual": format!("{}如期完成", project.name),
        "indicators": [
            {"group": "产出", "kind": "数量", "name": "数量", "period": "1项", "annual": "1项"},
            {"group": "产出", "kind": "成本", "name": "经费", "period": cost(annual + i128::from(later)), "annual": cost(annual)},
        ],
    })
}
