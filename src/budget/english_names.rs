//! English names for lines and terms of every Chinese budget: those of the official classifications, and of what all
//! templates print.
//!
//! The list (`english_names.tsv`) is facts of the public classification of government income and expenditure
//! (政府收支分类科目). In the browser it is a file of its own, which only readers of English fetch.

use std::collections::BTreeMap;

use super::{Budget, Kind, Line, Views};

/// The English names, by the Chinese ones.
#[derive(Debug, Default)]
pub struct EnglishNames<'t> {
    /// By name, and by the code in front of it where there is one.
    lines: BTreeMap<(String, &'t str), &'t str>,
    /// The terms of the field, each with its name and what it means.
    terms: BTreeMap<&'t str, [&'t str; 2]>,
}

impl<'t> EnglishNames<'t> {
    /// Reads the list: a line each, of code, Chinese name and English name; or, of four parts, a term as
    /// `src/import/glossary.tsv` has it, with its meaning in both languages. Other lines are passed over.
    pub fn read(list: &'t str) -> Self {
        let mut names = EnglishNames::default();
        for line in list.lines() {
            match line.split('\t').collect::<Vec<_>>()[..] {
                [code, name, english] => {
                    let name = normalized(name, !code.is_empty());
                    names.lines.insert((name.clone(), code), english);
                    names.lines.entry((name, "")).or_insert(english);
                }
                [term, _, english, meaning] => {
                    names.terms.insert(term, [english, meaning]);
                }
                _ => {}
            }
        }
        names
    }

    /// The English name of a line: of its code and name together, or of its name. A code alone is none, since codes have
    /// meant other things in other years.
    pub fn of(&self, line: &Line) -> Option<&'t str> {
        let classes = [&line.code, &line.function, &line.economic, &line.government].into_iter().flatten();
        let coded = normalized(&line.name, true);
        let of_code = classes.map(String::as_str).find_map(|code| self.lines.get(&(coded.clone(), code)));
        let is_coded = line.code.is_some();
        let of_name = || {
            self.lines
                .get(&(normalized(&line.name, is_coded), ""))
                .or_else(|| self.lines.get(&(coded.clone(), "")).filter(|_| is_coded))
        };
        of_code.or_else(of_name).copied()
    }
}

impl Budget {
    /// Gives an English name to every line and term that has none of its own and is in the list; returns whether there
    /// was one. Projects and units keep their Chinese names, which are nobody's but theirs.
    pub fn name_in_english(&mut self, names: &EnglishNames) -> bool {
        let mut is_new = false;
        for table in self.tables.iter_mut().filter(|table| table.kind != Some(Kind::Projects)) {
            let lines = table.lines.iter_mut().filter(|line| line.name_en.is_none());
            for line in lines.filter(|line| !matches!(line.is.as_deref(), Some("project" | "unit" | "group"))) {
                line.name_en = names.of(line).map(Into::into);
                is_new |= line.name_en.is_some();
            }
        }
        for term in self.glossary.iter_mut().filter(|term| term.term_en.is_none()) {
            let Some([name, meaning]) = names.terms.get(term.term.as_str()) else { continue };
            term.term_en = Some((*name).into());
            term.meaning_en.get_or_insert_with(|| (*meaning).into());
            is_new = true;
        }
        if is_new {
            // They hold copies of the lines.
            self.views = Views::default();
        }
        is_new
    }
}

/// A name without spaces, in the brackets of Chinese; in a classification also without the word for expenditure, which
/// some tables leave out.
fn normalized(name: &str, is_coded: bool) -> String {
    let sign = |sign| match sign {
        '(' => '（',
        ')' => '）',
        other => other,
    };
    let name: String = name.chars().filter(|sign| !sign.is_whitespace()).map(sign).collect();
    match name.strip_suffix("支出").filter(|rest| is_coded && !rest.is_empty()) {
        Some(rest) => rest.into(),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::{FUNCTIONS, Table, Term};

    const LIST: &str = include_str!("english_names.tsv");

    fn line(code: &str, name: &str) -> Line {
        Line { code: Some(code.into()).filter(|code: &String| !code.is_empty()), name: name.into(), ..Line::default() }
    }

    #[test]
    fn a_line_of_the_classifications_has_an_english_name() {
        let names = EnglishNames::read(LIST);
        for (code, name, english) in [
            ("2080505", "机关事业单位基本养老保险缴费支出", Some("Basic pension insurance contributions")),
            ("205", "教育", Some("Education")),
            ("2050101", "行政运行", Some("Running of administrative bodies")),
            ("302", " 商品和服务支出 ", Some("Goods and services")),
            ("30212", "因公出国(境)费用", Some("Official trips abroad")),
            ("50101", "工资奖金津补贴", Some("Pay, bonuses and allowances")),
            ("", "基本支出", Some("Basic expenditure")),
            ("", "基本", None),
            // What a code meant in another year is not what it means.
            ("205", "文体广播事业费", None),
            ("", "办公楼改造", None),
        ] {
            assert_eq!(names.of(&line(code, name)), english, "{code} {name}");
        }
        for (code, name) in FUNCTIONS {
            assert!(names.of(&line(code, name)).is_some(), "{code} {name}");
        }
    }

    #[test]
    fn the_list_has_each_name_once_and_one_english_name_for_it() {
        let mut seen = BTreeMap::new();
        for line in LIST.lines() {
            let [code, name, english] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            assert!(code.chars().all(|sign| sign.is_ascii_digit()) && [0, 3, 5, 7].contains(&code.len()), "{line}");
            assert!(english.is_ascii() && english.starts_with(|sign: char| sign.is_ascii_uppercase()), "{line}");
            assert!(seen.insert((code, name), english).is_none(), "{line}");
        }
        assert!(seen.len() > 600, "{}", seen.len());
        for ((code, name), _) in seen.iter().filter(|((code, _), _)| code.len() > 3) {
            let above = &code[..code.len() - 2];
            assert!(seen.keys().any(|(own, _)| *own == above), "{name}: {above} is missing");
        }
    }

    #[test]
    fn what_a_budget_says_itself_stays_and_projects_keep_their_names() {
        let own = Line { name_en: Some("Schools".into()), ..line("205", "教育支出") };
        let lines = vec![own, line("302", "商品和服务支出"), line("", "无名")];
        let of_projects = Table { kind: Some(Kind::Projects), lines: vec![line("", "服务")], ..Table::default() };
        let mut budget = Budget {
            tables: vec![Table { lines, ..Table::default() }, of_projects],
            glossary: vec![Term { term: "部门预算".into(), meaning: "账本".into(), ..Term::default() }],
            ..Budget::default()
        };
        let list = [LIST, include_str!("../import/glossary.tsv")].concat();
        assert!(budget.name_in_english(&EnglishNames::read(&list)));
        let english: Vec<_> = budget.tables.iter().flat_map(|t| &t.lines).map(|line| line.name_en.as_deref()).collect();
        assert_eq!(english, [Some("Schools"), Some("Goods and services"), None, None]);
        assert_eq!(budget.glossary[0].term_en.as_deref(), Some("departmental budget"));
        assert!(budget.glossary[0].meaning_en.is_some());
        assert!(!budget.name_in_english(&EnglishNames::read(&list)), "all have their names");
    }
}
