//! What the narrative states, the department's own form, and what is counted.

use budget_lens::money::Unit;
use serde_json::{Map, Value, json};

use super::by_function::of_fund;
use super::by_item::{PROCUREMENT, THREE_PUBLIC, is_agency_operating, is_three_public};
use super::classification::{Fund, function};
use super::ledger::{Entry, Ledger, Pick, Spend};
use super::print::percent;
use super::template::Template;

/// What is to be stated, exactly.
struct Fact<'a> {
    subject: &'a str,
    section: &'a str,
    /// This year's fen, and last year's where the change is stated, too.
    fen: Option<i128>,
    last: Option<i128>,
    /// What the share is of, and how many fen that is.
    whole: Option<(&'a str, i128)>,
    count: Option<usize>,
}

struct Facts<'a> {
    ledger: &'a Ledger,
    all: Vec<Fact<'a>>,
}

impl<'a> Facts<'a> {
    fn amount(&mut self, section: &'a str, subject: &'a str, of: Pick) -> &mut Fact<'a> {
        let fen = Some(self.ledger.sum(of));
        self.all.push(Fact { subject, section, fen, last: None, whole: None, count: None });
        let last = self.all.len() - 1;
        &mut self.all[last]
    }

    fn change(&mut self, section: &'a str, subject: &'a str, of: Pick) {
        let last = self.ledger.last(of);
        self.amount(section, subject, of).last = Some(last);
    }

    fn share(&mut self, section: &'a str, subject: &'a str, of: Pick, whole: (&'a str, Pick)) {
        let sum = self.ledger.sum(whole.1);
        self.amount(section, subject, of).whole = Some((whole.0, sum));
    }
}

/// The statements of the narrative.
pub fn statements(ledger: &Ledger, template: &Template, in_table: Pick) -> Value {
    let all: Pick = &|_| true;
    let spent: Pick = &Entry::is_spent;
    let (current, carried): (Pick, Pick) = (&|entry| !entry.carried, &|entry| entry.carried);
    let general: Pick = &|entry| of_fund(entry, Fund::GeneralPublic, template);
    let classes: Vec<_> = ledger.codes(spent).into_iter().filter(|code| code.len() == 3).collect();
    let mut facts = Facts { ledger, all: Vec::new() };

    facts.change("一", "income", all);
    facts.amount("一", "current-income", current);
    facts.amount("一", "carry-over", carried);
    facts.change("一", "expenditure", all);
    facts.amount("一", "current-expenditure", &|entry| !entry.carried && entry.is_spent());
    facts.amount("一", "carried-over", &|entry| entry.carried && entry.is_spent());
    if ledger.entries.iter().any(|entry| !entry.is_spent()) {
        facts.amount("一", "year-end-carry-over", &|entry| !entry.is_spent());
    }
    for fund in Fund::ALL {
        facts.share("二", fund.id(), &|entry| !entry.carried && entry.fund == fund, ("income", all));
    }
    facts.share("二", "carry-over", carried, ("income", all));
    facts.amount("三", "expenditure", spent);
    facts.share("三", "basic", &Entry::is_basic, ("expenditure", spent));
    facts.share("三", "project", &Entry::is_project, ("expenditure", spent));
    if ledger.entries.iter().any(is_operations) {
        facts.share("三", "operations", &is_operations, ("expenditure", spent));
    }
    facts.amount("四", "appropriation", &|entry| entry.fund.is_fiscal());
    facts.amount("四", "current-appropriation", &|entry| entry.fund.is_fiscal() && !entry.carried);
    facts.amount("四", "appropriation-carry-over", &|entry| entry.fund.is_fiscal() && entry.carried);
    for fund in Fund::FISCAL {
        facts.amount("四", fund.id(), &|entry| !entry.carried && entry.fund == fund);
    }
    for class in &classes {
        let fits = |entry: &Entry| entry.fund.is_fiscal() && entry.is_spent() && entry.function.starts_with(class);
        if !ledger.entries.iter().any(fits) {
            continue;
        }
        facts.amount("四", class, &fits);
    }
    facts.change("五（一）", "general-public", general);
    for class in &classes {
        let fits = |entry: &Entry| general(entry) && entry.function.starts_with(class);
        if !ledger.entries.iter().any(fits) {
            continue;
        }
        facts.share("五（二）", class, &fits, ("general-public", general));
    }
    facts.amount("六", "basic", &|entry| general(entry) && entry.is_basic());
    facts.amount("六", "personnel", &|entry| general(entry) && entry.is_basic() && entry.item.is_personnel());
    facts.amount("六", "operating", &|entry| general(entry) && entry.is_basic() && !entry.item.is_personnel());
    facts.change("七", "three-public", &is_three_public);
    for (key, _, _, items) in THREE_PUBLIC {
        facts.change("七", key, &|entry| is_three_public(entry) && items.contains(&entry.item.key));
    }
    facts.change("八", "agency-operating", &is_agency_operating);
    facts.amount("十（1）", "expenditure", spent);
    facts.amount("十（1）", "basic", &Entry::is_basic);
    facts.amount("十（1）", "project", &Entry::is_project);
    facts.amount("十（1）", "department-forms", spent).count = Some(1);
    projects(&mut facts, in_table);

    let told = facts.all.iter().zip(template.statements.iter().cycle()).filter(|(_, told)| **told);
    told.map(|(fact, _)| printed(fact, template)).collect()
}

fn is_operations(entry: &Entry) -> bool {
    entry.spend == Spend::Operations
}

/// What is said of projects and their forms.
fn projects(facts: &mut Facts, in_table: Pick) {
    let ledger = facts.ledger;
    let project = |entry: &Entry| match entry.spend {
        Spend::Project(i) if in_table(entry) => Some(i),
        _ => None,
    };
    let mut state = |subject, of: &dyn Fn(usize) -> bool, share: bool| {
        let fits = |entry: &Entry| project(entry).is_some_and(of);
        let mut found: Vec<_> = ledger.entries.iter().filter_map(project).filter(|i| of(*i)).collect();
        found.sort_unstable();
        found.dedup();
        let whole = ledger.sum(Entry::is_project);
        let fact = facts.amount("十（2）", subject, &fits);
        fact.count = Some(found.len());
        fact.whole = share.then_some(("project", whole));
    };
    let is_running = |i: usize| ledger.projects[i].running;
    let has_form = |i: usize| ledger.projects[i].form.is_some();
    state("projects", &|_| true, false);
    state("projects-running", &is_running, false);
    state("projects-goal", &|i| !is_running(i), false);
    state("project-forms", &has_form, true);
    state("project-forms-running", &|i| has_form(i) && is_running(i), false);
    state("project-forms-goal", &|i| has_form(i) && !is_running(i), false);
}

fn printed(fact: &Fact, template: &Template) -> Value {
    let print = template.text;
    let name = if function(fact.subject).is_empty() { fact.subject } else { function(fact.subject) };
    let mut statement = Map::from_iter([
        ("subject".to_string(), json!(fact.subject)),
        ("name".into(), json!(name)),
        ("section".into(), json!(fact.section)),
    ]);
    if print.unit != Unit::Wan {
        statement.insert("unit".into(), print.unit.zh().into());
    }
    let mut put = |field: &str, text: Option<String>| {
        if let Some(text) = text {
            statement.insert(field.into(), text.into());
        }
    };
    put("amount", fact.fen.map(|fen| print.always(fen)));
    if let (Some(fen), Some(last)) = (fact.fen, fact.last) {
        put("change", Some(print.always(fen - last)));
        put("rate", percent(fen - last, last, template.shares, print.short));
    }
    if let (Some(fen), Some((subject, whole))) = (fact.fen, fact.whole)
        && let Some(share) = percent(fen, whole, template.shares, print.short)
    {
        put("share", Some(share));
        put("share_of", Some(subject.into()));
    }
    if let Some(count) = fact.count {
        statement.insert("count".into(), count.into());
    }
    statement.into()
}

/// Government procurement as the narrative states it.
pub fn procurement(ledger: &Ledger, template: &Template) -> Value {
    let mut facts = Facts { ledger, all: Vec::new() };
    facts.amount("九", "procurement", &|entry| entry.bought.is_some());
    for (i, (key, _)) in PROCUREMENT.into_iter().enumerate() {
        facts.amount("九", key, &|entry| entry.bought == Some(i));
    }
    facts.all.iter().map(|fact| printed(fact, template)).collect()
}

/// The performance form of the whole department.
pub fn performance(ledger: &Ledger, template: &Template) -> Value {
    let print = template.text;
    let sum = |of: Pick| print.always(ledger.sum(of));
    let mut sources = Map::from_iter([("total".to_string(), json!(sum(&|_| true)))]);
    for fund in Fund::ALL {
        let fen = ledger.sum(|entry| entry.fund == fund && !(entry.carried && template.form_carried_apart));
        sources.insert(fund.id().into(), print.always(fen).into());
    }
    if template.form_carried_apart {
        sources.insert("carry-over".into(), sum(&|entry| entry.carried).into());
    }
    let mut uses =
        json!({"total": sum(&Entry::is_spent), "basic": sum(&Entry::is_basic), "project": sum(&Entry::is_project)});
    if ledger.entries.iter().any(is_operations) {
        uses["operations"] = sum(&is_operations).into();
    }
    json!({"unit": print.unit.zh(), "sources": sources, "uses": uses, "goals": ["办好各项事务"]})
}

/// People and things: a whole, and its parts.
pub fn counts(key: &str, unit: &str, parts: &[u32]) -> Value {
    let part = |(i, value): (usize, &u32)| {
        let key_of_part = format!("{key}-{i}");
        json!({"key": key_of_part, "name": key_of_part, "value": value.to_string(), "unit": unit, "part_of": key})
    };
    let whole = parts.iter().sum::<u32>().to_string();
    let whole = json!({"key": key, "name": key, "value": whole, "unit": unit});
    std::iter::once(whole).chain(parts.iter().enumerate().map(part)).collect()
}
