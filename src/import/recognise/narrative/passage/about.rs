//! Finds the subject of an amount in the narrative.

use super::super::clauses::{Clause, split_sign};
use super::super::parts::{Whole, is_apart, is_expense, is_fund, is_of_projects, is_split, may_hold};
use super::super::subject::{self, Subject, read, read_in};
use super::counted::{count, counted};
use super::{Digression, Passage};
use crate::budget::Statement;

impl Passage<'_, '_> {
    /// The subject of an amount, if that is sure.
    pub(super) fn about(&self, clause: &str, before: &[Clause]) -> Option<Subject> {
        let names = self.text.names;
        let of = |clause: &str| match read(clause, names) {
            subject::Clause::Of(subject) => Some(subject),
            _ => None,
        };
        let own = match read_in(clause, names, self.longest_item()) {
            subject::Clause::Of(subject) => Some(subject),
            subject::Clause::Unknown => self.bought(clause),
            // 公务接待费。2026年预算数 …
            subject::Clause::Nothing(is_of_office) if self.aside == Digression::No => {
                let earlier = before.iter().rev().map(|(_, clause)| split_sign(clause).0);
                let earlier = earlier.chain([self.text.sections.title()]).find_map(of);
                earlier.or_else(|| is_of_office.then(|| self.all_spent(clause)).flatten())
            }
            subject::Clause::Nothing(_) => None,
        };
        let own = own.or_else(|| self.of_projects(clause, before))?;
        // Where it is told why, or what for, other money may be meant; but an expense is itself.
        let is_sure = self.aside == Digression::No || own.keys.iter().all(|key| is_expense(key));
        (is_sure && !own.is_of_other && own.keys.iter().all(|key| self.allows(key))).then_some(own)
    }

    /// The subject of the whole that amounts are parts of at this point.
    fn whole(&self) -> Option<&str> {
        self.whole.as_ref()?.subject.as_deref()
    }

    /// The most digits that the code of an economic item of basic expenditure has at this point. An item beside 公用经费,
    /// and so apart from projects, is a class: 对个人和家庭的补助.
    fn longest_item(&self) -> usize {
        let is_last = |key: &str| self.text.stated.last().is_some_and(|last| last.subject.as_deref() == Some(key));
        match self.whole() {
            Some("basic") => 5,
            _ if is_last("operating") => 3,
            _ => 0,
        }
    }

    /// The subject of 某局预算 below a heading of expenditure: all that the office spends.
    fn all_spent(&self, clause: &str) -> Option<Subject> {
        let sections = &self.text.sections;
        let is_it = clause.ends_with("预算") && sections.has("支出") && !sections.has("收入") && !sections.has("收支");
        is_it.then(|| Subject::of("expenditure".into(), clause))
    }

    /// The subject of a clause on procurement: goods, works, services.
    fn bought(&self, clause: &str) -> Option<Subject> {
        const KINDS: [(&str, &str); 5] =
            [("货物", "goods"), ("工程", "works"), ("服务", "services"), ("小微企业", "micro"), ("中小企业", "sme")];
        const LONGEST: usize = 16;
        let is_told =
            if self.whole.is_some() { self.whole() == Some("procurement") } else { clause.contains("采购") };
        let mut kinds = KINDS.iter().filter(|(word, _)| clause.contains(word));
        let (_, kind) = kinds.next().filter(|_| kinds.next().is_none())?;
        (is_told && clause.chars().count() <= LONGEST).then(|| Subject::of(["procurement-", kind].concat(), clause))
    }

    /// The subject of a sum over projects or their forms: `二级项目25个，共计金额`.
    fn of_projects(&self, clause: &str, before: &[Clause]) -> Option<Subject> {
        let near = before.len().saturating_sub(3);
        let said = before[near..].iter().map(|(_, clause)| *clause).chain([clause]).collect::<String>();
        let said = said.rsplit('。').next().unwrap_or_default();
        let is_sum = ["涉及", "金额", "资金"].iter().any(|word| clause.contains(word));
        // Money of some funds is not all that they cost; some are only looked at again; and a project of the first
        // level is several.
        let is_other = ["财政", "一般公共"].iter().any(|word| clause.contains(word))
            || ["评价", "一级"].iter().any(|word| said.contains(word));
        let is_told = said.contains("绩效") || self.text.sections.has("绩效");
        if !is_sum || is_other || !is_told || self.aside != Digression::No {
            return None;
        }
        let key = match () {
            // All that the department spends, and no sum over several forms.
            () if clause.ends_with("部门预算资金") => "expenditure",
            () if said.contains("整体支出") || said.contains("整体绩效") => "department-forms",
            () if !said.contains("项目") => return None,
            () if said.contains("二级项目") || self.whole() == Some("projects") => "projects",
            () => "project-forms",
        };
        let group = match ["其他运转类", "特定目标类"].map(|word| said.contains(word)) {
            [true, false] => "-running",
            [false, true] => "-goal",
            _ => "",
        };
        // A heading may have become one with its text.
        let year = format!("{}年", self.text.names.year);
        let is_heading = |text: &str| text.is_empty() || ["要求", "情况", "说明"].iter().any(|end| text.ends_with(end));
        let own = said.split_once(&year).filter(|(heading, _)| is_heading(heading));
        let said = own.map_or(said, |(_, own)| own.trim_start_matches(['度', '，']));
        let key = [key, group].concat();
        let count = count(said).filter(|_| is_of_projects(&key));
        let mut name = counted(said, self.text.names);
        if key.contains("-forms") && !name.contains("绩效") {
            name += "绩效目标";
        }
        Some(Subject { keys: vec![key], name, count, ..Subject::default() })
    }

    /// Whether a subject may be a part of the current whole.
    pub(super) fn allows(&self, key: &str) -> bool {
        match &self.whole {
            None => true,
            Some(_) if is_of_projects(key) && !key.ends_with("-running") && !key.ends_with("-goal") => true,
            Some(Whole { subject: None, .. }) => !self.is_inline && is_fund(key),
            Some(Whole { subject: Some(whole), .. }) => may_hold(whole, key) || !self.is_inline && is_apart(whole, key),
        }
    }

    /// The key of money that is carried over, by the current whole.
    pub(super) fn carried<'k>(&self, key: &'k str) -> &'k str {
        match self.whole() {
            _ if key != "carry-over" => key,
            Some("expenditure" | "current-expenditure") => "carried-over",
            Some("appropriation" | "current-appropriation") => "appropriation-carry-over",
            Some("general-public") => "carry-over-general-public",
            _ => key,
        }
    }

    /// A new statement. A part of what is enumerated belongs to the section of the whole, and is of its fund.
    pub(super) fn statement(&self, key: &str, subject: &Subject) -> Statement {
        let sections = &self.text.sections;
        let is_part = |whole: &&Whole| whole.subject.as_deref().is_some_and(|whole| may_hold(whole, key));
        let whole = self.whole.as_ref().filter(is_part);
        let of_title = || match () {
            () if sections.has("一般公共预算") => Some("general-public"),
            () if sections.has("财政拨款") => Some("appropriation"),
            () => None,
        };
        let of_above = || whole.map_or_else(of_title, Whole::fund);
        Statement {
            subject: key.into(),
            name: subject.name.clone(),
            names: subject.names.clone(),
            count: subject.count,
            section: whole.map_or_else(|| sections.number(), |whole| whole.section.clone()),
            fund: if is_split(key) { subject.fund.or_else(of_above).map(String::from) } else { None },
            ..Statement::default()
        }
    }
}
