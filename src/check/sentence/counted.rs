//! The sentence that compares a stated number of things with how many there are.

use super::{Compared, SentenceContext, Verdict};

impl SentenceContext<'_, '_> {
    /// The sentence on a stated count: with a number that is printed elsewhere, or with the things that are in the
    /// document.
    pub fn counted(&self, compared: Compared) -> String {
        if !self.printed(&self.finding.terms).is_empty() {
            return self.cross_check(compared);
        }
        let name = self.finding.stated.first().map(|place| self.full(*place)).unwrap_or_default();
        let [stated, there] = [compared.stated, compared.computed]
            .map(|amount| self.with_unit(amount, compared.measure, self.finding.stated.first().copied()));
        let (zh, en) = if self.finding.verdict == Verdict::Holds {
            ("{0}写的是 {1}，文件里正好有 {2}", "{0} is given as {1}, and the document has {2}")
        } else {
            ("{0}写的是 {1}，文件里有 {2}", "{0} is given as {1}, but the document has {2}")
        };
        self.locale.capitalize_first(self.locale.format(zh, en, &[&name, &stated, &there]) + &self.missing())
    }

    /// The clause that names the projects that are missing from the count.
    fn missing(&self) -> String {
        let projects = self.finding.terms.iter().filter(|place| place.project().is_some());
        let (Some(first), count) = (projects.clone().next(), projects.count()) else { return String::new() };
        let (zh, en) = match count {
            1 => ("，缺“{0}”的", "; that of “{0}” is missing"),
            _ => ("，缺“{0}”等 {1} 个项目的", "; those of “{0}” and {2} more are missing"),
        };
        let name = self.names.entry(*first, self.locale);
        self.locale.format(zh, en, &[name, &count.to_string(), &(count - 1).to_string()])
    }
}
