//! One paragraph → what it states, clause by clause.

use super::names::Names;
use super::numbers::{Number, numbers};
use super::reason::reason;
use super::sections::{Sections, Whole};
use super::subject::{Clause, Subject, read, read_in};
use super::words::{BASES, LESS, MORE, REASONS, SAME, USES};
use crate::budget::Statement;
use crate::money::{Amount, Unit};

/// A statement, and where in its paragraph its first number stands.
pub type Said = (Statement, usize);

/// What is known while a paragraph is read.
pub struct Passage<'a> {
    pub names: &'a Names,
    pub department: &'a str,
    pub unit: Unit,
    pub sections: &'a mut Sections,
    /// Whether it has a number of its own.
    pub is_numbered: bool,
    /// Wholes that this chapter has stated.
    pub wholes: &'a mut Vec<Whole>,
    /// What has been read.
    pub said: Vec<Said>,
    /// The numbers that were not.
    pub unread: Vec<Number>,
    /// The statements that a change, a rate or a share is said of now.
    current: Vec<usize>,
    /// What the amounts are parts of now.
    whole: Option<Whole>,
    /// Whether the last amount was not understood.
    is_lost: bool,
    /// Whether it is told why, or what for.
    is_aside: bool,
    /// Whether it is told what for: a comparison may follow.
    is_use: bool,
    /// Whether what amounts are parts of was said in this sentence, and not in a heading above.
    is_inline: bool,
    /// Whether a sentence has ended since the last number.
    is_stopped: bool,
    /// The statement that the last enumeration was of.
    lead: Option<usize>,
    /// What was current before a bracket opened.
    outside: Vec<Vec<usize>>,
}

impl<'a> Passage<'a> {
    /// Before a paragraph is read.
    pub fn new(
        names: &'a Names,
        department: &'a str,
        unit: Unit,
        (sections, is_numbered): (&'a mut Sections, bool),
        wholes: &'a mut Vec<Whole>,
    ) -> Self {
        let whole = sections.whole().cloned();
        Passage {
            names, department, unit, sections, is_numbered, wholes, whole,
            said: Vec::new(), unread: Vec::new(), current: Vec::new(), is_lost: false, is_aside: false, is_use: false, is_inline: false, is_stopped: false, lead: None, outside: Vec::new(),
        }
    }

    /// Reads a paragraph without its number.
    pub fn read(&mut self, text: &str) {
        let numbers = numbers(text);
        if text.starts_with("其中") || text.starts_with("包括") {
            self.whole = self.sections.own_whole().cloned();
        }
        let mut from = 0;
        for number in &numbers {
            let clauses = clauses(text, from, number.start, &numbers);
            let Some(((at, last), before)) = clauses.split_last() else { continue };
            for (at, clause) in before {
                self.pass(text, *at, clause);
            }
            self.turn(text, *at, last);
            if !self.is_aside && ["其中", "包括"].iter().any(|word| last.contains(word)) {
                self.introduce();
            }
            let is_read = self.number(last, before, number);
            if !is_read {
                self.unread.push(*number);
            }
            (from, self.is_stopped) = (number.end, false);
        }
        for (at, clause) in clauses(text, from, text.len(), &numbers) {
            self.pass(text, at, clause);
        }
    }

    /// A clause without a number, with the sign behind it.
    fn pass(&mut self, text: &str, at: usize, clause: &str) {
        let (bare, sign) = split_sign(clause);
        self.turn(text, at, bare);
        if SAME.iter().any(|word| bare.ends_with(word)) && (!self.is_aside || self.is_use) && !bare.contains("基本") && compares(bare) {
            self.same(bare);
        }
        let is_intro = ["其中", "包括", "以下", "如下"].iter().any(|word| bare.contains(word)) || sign == '：';
        if is_intro && !self.is_aside {
            self.introduce();
            self.label(bare, sign);
        }
        match sign {
            '。' => {
                (self.is_aside, self.is_use, self.is_lost, self.is_stopped) = (false, false, false, true);
                (self.whole, self.is_inline) = (self.sections.whole().cloned(), false);
            }
            '；' => (self.is_aside, self.is_use) = (false, false),
            '（' => self.outside.push(self.current.clone()),
            '）' => self.current = self.outside.pop().unwrap_or_default(),
            _ => {}
        }
    }

    /// 公用经费： is no amount, but what follows are parts of that.
    fn label(&mut self, clause: &str, sign: char) {
        let clause = clause.trim_start_matches("其中").trim_start_matches(|c: char| ('①'..='⑳').contains(&c));
        let is_open = sign == '：' && clause.chars().count() < 9 && ["经费", "支出", "项目"].iter().any(|end| clause.ends_with(end));
        let subject = match read(clause, self.names, self.department) {
            Clause::Of(subject) if is_split(&subject.subjects[0]) => Some(subject.subjects[0].clone()),
            Clause::Unknown => None,
            _ => return,
        };
        if is_open {
            self.whole = Some(Whole { subject, fund: None, section: self.sections.number() });
        }
    }

    /// Whether a clause begins to tell why, or what for.
    fn turn(&mut self, text: &str, at: usize, bare: &str) {
        if let Some(word) = REASONS.iter().find_map(|word| Some(bare.find(word)? + word.len())) {
            if !self.is_aside || self.is_use {
                let why = reason(&text[at + word..]);
                for i in self.current.clone() {
                    let own = &mut self.said[i].0;
                    if own.change.is_some() || own.rate.is_some() {
                        own.reason = own.reason.take().or_else(|| why.clone());
                    }
                }
            }
            (self.is_aside, self.is_use) = (true, false);
        }
        let is_list = ["以下", "如下"].iter().any(|word| bare.contains(word));
        if !is_list && !self.is_aside && USES.iter().any(|word| bare.starts_with(word)) {
            (self.is_aside, self.is_use) = (true, true);
        }
    }

    /// What follows are parts of what was last said.
    fn introduce(&mut self) {
        self.is_inline = true;
        // Behind a full stop all of the paragraph is meant.
        if let Some(lead) = self.lead.filter(|_| self.is_stopped) {
            self.whole = Some(self.whole_of(lead));
        } else if self.is_lost {
            self.whole = Some(Whole { subject: None, fund: None, section: String::new() });
        } else if let Some(&i) = self.current.last() {
            self.whole = Some(self.whole_of(i));
        }
    }

    fn whole_of(&self, i: usize) -> Whole {
        let own = &self.said[i].0;
        let fund = super::words::FUNDS.iter().find(|(_, fund)| Some(*fund) == own.fund.as_deref());
        Whole { subject: Some(own.subject.clone()), fund: fund.map(|(_, fund)| *fund), section: own.section.clone() }
    }

    /// 与上年持平.
    fn same(&mut self, clause: &str) {
        let Some(of) = self.compared(clause, 0) else { return };
        for i in of {
            let own = &mut self.said[i].0;
            if own.change.is_none() && own.rate.is_none() {
                own.change = Amount::parse("0").ok();
                own.base = base(clause);
            }
        }
    }

    /// Reads one number by the clause before it; whether it is understood.
    fn number(&mut self, clause: &str, before: &[(usize, &str)], number: &Number) -> bool {
        let clause = clause.trim_start_matches("其中").trim_start_matches(['：', '，']);
        let direction = direction(clause);
        let Some(unit) = number.unit else { return self.percent(clause, direction, number) };
        let unit = (unit != self.unit).then_some(unit);
        if let Some((rest, sign)) = direction {
            let is_compared = !self.is_aside || self.is_use && compares(rest);
            let of = if is_compared { self.compared(rest, number.start) } else { self.in_reason(rest, number.start) };
            let Some(of) = of.filter(|of| !of.is_empty()) else {
                return self.lose();
            };
            let of = self.of_whole(of, sign.then_some(number.value), unit);
            let said = before.iter().map(|(_, clause)| *clause).collect::<String>() + clause;
            let mut is_read = true;
            for i in of {
                let own = &mut self.said[i].0;
                if own.change.is_some() || own.amount.is_some() && own.unit != unit {
                    is_read = false;
                    continue;
                }
                own.change = Some(if sign { number.value } else { number.value.negated() });
                own.unit = unit;
                own.base = base(&said);
                own.base_less = less(&said);
            }
            return is_read;
        }
        if is_of_last_year(clause) {
            let of: Vec<usize> = self.current.clone();
            for i in &of {
                let own = &mut self.said[*i].0;
                if own.last_year.is_some() || own.unit != unit {
                    return false;
                }
                own.last_year = Some(number.value);
                own.base = base(clause);
            }
            return !of.is_empty();
        }
        let Some(subject) = self.subject(clause, before) else { return self.lose() };
        self.current.clear();
        for key in &subject.subjects {
            let mut statement = self.statement(self.carried(key), &subject);
            statement.amount = Some(number.value);
            statement.unit = unit;
            statement.count = if key.contains("projects") || key.contains("-forms") { count(&statement.name) } else { None };
            self.current.push(self.said.len());
            self.said.push((statement, number.start));
        }
        (self.is_lost, self.is_aside) = (false, false);
        if !self.is_inline {
            self.lead = self.current.first().copied();
        }
        let whole = self.whole_of(self.current[0]);
        self.sections.state(whole.clone());
        self.wholes.push(whole);
        true
    }

    /// An amount that is not understood: what follows is not said of what was before.
    fn lose(&mut self) -> bool {
        if !self.is_aside {
            self.current.clear();
            self.is_lost = true;
            if self.is_numbered {
                self.sections.state(Whole { subject: None, fund: None, section: String::new() });
            }
        }
        false
    }

    fn percent(&mut self, clause: &str, direction: Option<(&str, bool)>, number: &Number) -> bool {
        if self.is_aside || self.current.is_empty() {
            return false;
        }
        if let Some((rest, sign)) = direction {
            let Some(of) = self.compared(rest, number.start) else { return false };
            for i in of {
                let own = &mut self.said[i].0;
                if own.rate.is_some() {
                    return false;
                }
                own.rate = Some(if sign { number.value } else { number.value.negated() });
            }
            return true;
        }
        let Some((_, of)) = clause.split_once('占') else { return false };
        let i = self.current[0];
        let of = of.trim_end_matches(['约', '达', '为']);
        let of = ["比重", "比例", "的比"].iter().fold(of, |of, word| of.trim_end_matches(word)).trim_end_matches('的');
        let base = match read(of, self.names, self.department) {
            Clause::Of(subject) => subject.subjects.into_iter().next(),
            Clause::Nothing(_) => self.whole_for(&self.said[i].0.subject),
            Clause::Unknown => None,
        };
        let own = &mut self.said[i].0;
        if own.share.is_some() {
            return false;
        }
        own.share = Some(number.value);
        own.share_of = base.filter(|base| *base != own.subject);
        true
    }

    /// What a share without a word is of: the whole that is stated before, of which such a thing is a part.
    fn whole_for(&self, subject: &str) -> Option<String> {
        let is_split = !is_fund(subject) && !subject.contains("carr");
        let is_whole = |whole: &&str| match *whole {
            "income" | "current-income" => !is_split,
            "expenditure" | "current-expenditure" | "general-public" | "appropriation" | "government-fund" | "state-capital"
            | "basic" => is_split,
            "three-public" | "procurement" => true,
            _ => false,
        };
        let own = self.whole.iter().chain(self.wholes.iter().rev()).filter_map(|whole| whole.subject.as_deref());
        own.filter(is_whole).find(|whole| *whole != subject && may_hold(whole, subject)).map(String::from)
    }

    /// Which statements a change is said of: the current ones, or those of the subject that the clause names again.
    fn compared(&mut self, clause: &str, at: usize) -> Option<Vec<usize>> {
        let left = without_comparison(clause);
        match read(left, self.names, self.department) {
            Clause::Nothing(_) => Some(self.current.clone()),
            Clause::Of(subject) if !subject.other_office => {
                let mut of = Vec::new();
                for key in &subject.subjects {
                    let known = self.said.iter().rposition(|(own, _)| own.subject == *key && own.change.is_none());
                    of.push(known.unwrap_or(self.said.len()));
                    if known.is_none() {
                        self.allows(key).then_some(())?;
                        let statement = self.statement(key, &subject);
                        self.said.push((statement, at));
                    }
                }
                self.current.clone_from(&of);
                self.is_lost = false;
                Some(of)
            }
            _ => None,
        }
    }

    /// What has grown by more than it is now is not meant, but what it is a part of.
    fn of_whole(&mut self, of: Vec<usize>, more: Option<Amount>, unit: Option<Unit>) -> Vec<usize> {
        let [i] = of[..] else { return of };
        let own = &self.said[i].0;
        let is_more = more.zip(own.amount).is_some_and(|(more, amount)| own.unit == unit && more.decimal() > amount.decimal());
        let whole = self.whole.as_ref().and_then(|whole| whole.subject.as_deref());
        let is_it = |(said, _): &Said| Some(said.subject.as_str()) == whole && said.change.is_none();
        let Some(above) = self.said[..i].iter().rposition(is_it).filter(|_| is_more) else { return of };
        self.current = vec![above];
        self.current.clone()
    }

    /// A reason may say by how much each fund changed.
    fn in_reason(&mut self, clause: &str, at: usize) -> Option<Vec<usize>> {
        let clause = REASONS.iter().fold(clause, |clause, word| clause.trim_start_matches(word));
        let Clause::Of(subject) = read(clause, self.names, self.department) else { return None };
        let [key] = &subject.subjects[..] else { return None };
        if subject.other_office || !(is_fund(key) || matches!(key.as_str(), "basic" | "project")) || !self.allows(key) {
            return None;
        }
        let statement = self.statement(key, &subject);
        self.said.push((statement, at));
        Some(vec![self.said.len() - 1])
    }

    /// What an amount is said of, if that is sure.
    fn subject(&self, clause: &str, before: &[(usize, &str)]) -> Option<Subject> {
        let in_basic = self.whole.as_ref().is_some_and(|whole| whole.subject.as_deref() == Some("basic"));
        let own = match read_in(clause, self.names, self.department, in_basic) {
            Clause::Of(subject) => Some(subject),
            Clause::Unknown => self.procured(clause),
            // （一）公务接待费。2026年预算数 …
            Clause::Nothing(_) if self.is_aside => None,
            Clause::Nothing(has_office) => {
                let earlier = before.iter().rev().map(|(_, clause)| split_sign(clause).0).chain([self.sections.title()]);
                let named = earlier.filter_map(|clause| match read(clause, self.names, self.department) {
                    Clause::Of(subject) => Some(subject),
                    _ => None,
                }).next();
                named.or_else(|| self.of_office(clause, has_office))
            }
        };
        let own = own.or_else(|| self.of_projects(clause, before));
        let own = own.filter(|own| own.subjects.iter().all(|key| self.allows(key)) && !own.other_office)?;
        // In a reason, or where it is said what money is for, a name alone may be a part of that.
        let is_key = own.subjects.iter().all(|key| may_hold("three-public", key));
        (!self.is_aside || is_key).then_some(own)
    }

    /// 某局预算 below a heading of expenditure is all that it spends.
    fn of_office(&self, clause: &str, has_office: bool) -> Option<Subject> {
        let is_it = has_office && clause.ends_with("预算") && self.sections.has(&["支出"]) && !self.sections.has(&["收入", "收支"]);
        is_it.then(|| Subject { subjects: vec!["expenditure".into()], name: clause.into(), ..Subject::default() })
    }

    /// What is said of projects and of their forms: 二级项目25个，共计金额.
    fn of_projects(&self, clause: &str, before: &[(usize, &str)]) -> Option<Subject> {
        let said = before.iter().rev().take(3).rev().map(|(_, clause)| *clause).collect::<String>() + clause;
        let said = said.rsplit('。').next().unwrap_or(&said);
        let is_sum = ["涉及", "金额", "资金"].iter().any(|word| clause.contains(word));
        // Money of some funds only is not all that it costs; and some are looked at again.
        let is_some = ["财政", "一般公共", "评价", "一级", "其中"].iter().any(|word| clause.contains(word)) || said.contains("一级") || said.contains("评价");
        if !is_sum || is_some || self.is_aside || !(said.contains("绩效") || self.sections.has(&["绩效"])) {
            return None;
        }
        let [running, goal] = ["其他运转类", "特定目标类"].map(|word| said.contains(word));
        let whole = self.whole.as_ref().and_then(|whole| whole.subject.as_deref());
        let key = match () {
            () if said.contains("整体支出") || said.contains("整体绩效") => "department-forms",
            () if !said.contains("项目") => return None,
            () if said.contains("二级项目") => "projects",
            () if whole == Some("projects") => "projects",
            () => "project-forms",
        };
        let group = match (running, goal) {
            (true, false) => "-running",
            (false, true) => "-goal",
            _ => "",
        };
        Some(Subject { subjects: vec![[key, group].concat()], name: said.trim_start_matches("其中").trim_matches(['，', '：', '；']).into(), ..Subject::default() })
    }

    /// What is bought: goods, works, services.
    fn procured(&self, clause: &str) -> Option<Subject> {
        let whole = self.whole.as_ref().and_then(|whole| whole.subject.as_deref());
        if whole.map_or(!clause.contains("采购"), |whole| whole != "procurement") || clause.chars().count() > 16 {
            return None;
        }
        let kinds = [("货物", "goods"), ("工程", "works"), ("服务", "services"), ("小微企业", "micro"), ("中小企业", "sme")];
        let mut named = kinds.iter().filter(|(word, _)| clause.contains(word));
        let (_, kind) = named.next().filter(|_| named.next().is_none())?;
        Some(Subject { subjects: vec![["procurement-", kind].concat()], name: clause.trim_end_matches("为").into(), ..Subject::default() })
    }

    /// Whether a subject may be a part of what is spoken of.
    fn allows(&self, key: &str) -> bool {
        match &self.whole {
            None => true,
            _ if key.ends_with("-forms") || key == "projects" => true,
            Some(Whole { subject: None, .. }) => !self.is_inline && is_fund(key),
            Some(Whole { subject: Some(whole), .. }) => may_hold(whole, key) || !self.is_inline && is_apart(whole, key),
        }
    }

    /// What is carried over, of what is spoken of.
    fn carried<'k>(&self, key: &'k str) -> &'k str {
        match self.whole.as_ref().and_then(|whole| whole.subject.as_deref()) {
            _ if key != "carry-over" => key,
            Some("expenditure" | "current-expenditure") => "carried-over",
            Some("appropriation" | "current-appropriation") => "appropriation-carry-over",
            Some("general-public") => "carry-over-general-public",
            _ => key,
        }
    }

    /// A new statement.
    fn statement(&self, key: &str, subject: &Subject) -> Statement {
        let is_part = |whole: &&Whole| whole.subject.as_deref().is_some_and(|whole| may_hold(whole, key));
        let whole = self.whole.as_ref().filter(is_part);
        let section = whole.map_or_else(|| self.sections.number(), |whole| whole.section.clone());
        let of_whole = || {
            let whole = whole?;
            whole.fund.or_else(|| super::words::FUNDS.iter().find(|(_, fund)| Some(*fund) == whole.subject.as_deref()).map(|(_, fund)| *fund))
        };
        let of_title = || {
            if whole.is_some() { return None }
            if self.sections.has(&["一般公共预算"]) { Some("general-public") } else { self.sections.has(&["财政拨款"]).then_some("appropriation") }
        };
        let fund = is_split(key).then(|| subject.fund.or_else(of_whole).or_else(of_title)).flatten();
        Statement {
            subject: key.into(), name: subject.name.clone(), names: subject.names.clone(), section, fund: fund.map(String::from),
            ..Statement::default()
        }
    }
}

/// Whether an amount of `whole` may have one of `part` among its parts, so that it is the document's.
fn may_hold(whole: &str, part: &str) -> bool {
    let is_code = |key: &str| key.starts_with(|c: char| c.is_ascii_digit());
    let is_expense = |key: &str| crate::budget::of_id(key).is_some_and(|known| known.expense.is_some());
    let is_all = matches!(whole, "income" | "expenditure" | "current-expenditure" | "current-income" | "department-forms");
    let is_money = is_all || is_fund(whole);
    match part {
        _ if whole == part => true,
        "income" | "expenditure" => matches!(whole, "income" | "expenditure"),
        "basic" | "project" | "business" | "to-superior" | "to-subordinate" => is_money || (whole == "project" && part.len() > 7),
        "personnel" | "operating" => is_money || whole == "basic",
        _ if is_fund(part) || part.contains("carr") || part.starts_with("current") => is_money || whole.starts_with("current"),
        _ if is_code(part) => is_money || (whole == "basic" && !part.starts_with('2')),
        _ if part.starts_with("project") => whole.starts_with("project"),
        _ if part.starts_with("procurement") => whole == "procurement",
        _ if is_expense(part) => is_expense(whole),
        _ => false,
    }
}

/// Whether something that stands below a heading with an amount is no part of that.
fn is_apart(whole: &str, key: &str) -> bool {
    let is_money = matches!(whole, "income" | "expenditure" | "current-income" | "current-expenditure") || is_fund(whole);
    let is_expense = crate::budget::of_id(key).is_some_and(|known| known.expense.is_some());
    is_money && (is_expense || key.starts_with("procurement") || key.contains("projects") || key.contains("-forms"))
}

/// How many there are of something: 25 of `二级项目25个`.
fn count(text: &str) -> Option<u32> {
    let (before, _) = text.rsplit_once('个')?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    before[start..].parse().ok()
}

pub fn is_split(key: &str) -> bool {
    matches!(key, "basic" | "project" | "personnel" | "operating")
}

fn is_fund(key: &str) -> bool {
    crate::budget::of_id(key).is_some_and(|known| known.fund.is_some() && known.part.is_none())
}

/// A clause without the word for more or less at its end, and whether it is more.
fn direction(clause: &str) -> Option<(&str, bool)> {
    let clause = clause.trim_end_matches(['了', '约', '达', '为']);
    let more = MORE.iter().find_map(|word| Some((clause.strip_suffix(word)?, true)));
    more.or_else(|| LESS.iter().find_map(|word| Some((clause.strip_suffix(word)?, false))))
}

/// Whether a clause speaks of an earlier year.
fn compares(clause: &str) -> bool {
    ["比", "较", "与", "同比", "上年", "去年"].iter().any(|word| clause.contains(word))
}

/// What a clause says beside the comparison: `收入比2025年预算`, `与上年相比，财政拨款支出`.
fn without_comparison(clause: &str) -> &str {
    let years = ["上年", "去年", "20", "同期", "上一年"];
    for word in ["与", "比", "较", "同"] {
        for (at, _) in clause.match_indices(word) {
            let after = &clause[at + word.len()..];
            if years.iter().any(|year| after.starts_with(year)) {
                let behind = after.split_once("相比").map_or("", |(_, behind)| behind);
                return if at == 0 && !behind.is_empty() { behind } else { &clause[..at] };
            }
        }
    }
    clause.strip_suffix("同比").unwrap_or(clause)
}

/// Whether the number behind a clause is what there was before: `比2025年年初预算数`.
fn is_of_last_year(clause: &str) -> bool {
    let compares = ["比", "较", "与"].iter().any(|word| clause.starts_with(word));
    (compares && ["上年", "去年", "20"].iter().any(|year| clause.contains(year)))
        || ["上年", "去年", "上年预算数", "去年预算数", "上年执行数", "上年决算数", "上年数"].iter().any(|word| clause.trim_end_matches('为') == *word)
}

/// Which state of last year's budget is compared with.
fn base(clause: &str) -> Option<String> {
    let from = ["上年", "去年", "20"].iter().filter_map(|word| clause.rfind(word)).max()?;
    BASES.iter().find(|(word, _)| clause[from..].contains(word)).map(|(_, base)| (*base).to_string())
}

/// What is taken off before: 扣除基建.
fn less(clause: &str) -> Option<String> {
    let at = clause.find("扣除")?;
    let end = clause[at..].find(['，', '后', '）', '。'])?;
    Some(clause[at..at + end].to_string())
}

/// A clause and the sign behind it.
fn split_sign(clause: &str) -> (&str, char) {
    let sign = clause.chars().next_back().filter(|c| "，。；、：（）".contains(*c));
    sign.map_or((clause, ' '), |sign| (&clause[..clause.len() - sign.len_utf8()], sign))
}

/// The clauses of a part of a text, each with the sign behind it. A bracket parts clauses where it holds a number.
fn clauses<'t>(text: &'t str, from: usize, to: usize, numbers: &[Number]) -> Vec<(usize, &'t str)> {
    let holds = |open: usize, close: usize| numbers.iter().any(|number| open < number.start && number.start < close);
    let parts = |at: usize, c: char| match c {
        // 收、支 is one word.
        '、' => !(text[..at].ends_with(['收', '入']) && text[at..].starts_with("、支")),
        '，' | '。' | '；' | '：' => true,
        '（' => text[at..].find('）').is_none_or(|end| holds(at, at + end)),
        '）' => text[..at].rfind('（').is_none_or(|open| holds(open, at)),
        _ => false,
    };
    let mut found = Vec::new();
    let mut start = from;
    for (at, c) in text[from..to].char_indices() {
        let end = from + at + c.len_utf8();
        if parts(from + at, c) {
            found.push((start, &text[start..end]));
            start = end;
        }
    }
    found.push((start, &text[start..to]));
    found
}
