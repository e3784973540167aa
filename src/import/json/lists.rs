//! The JSON of what a budget has outside its tables: projects, performance forms, staff and assets.

use serde_json::Value;

use super::{amounts, list, object, said};
use crate::budget::{Count, Form, Indicator, Performance, Profile, Project, ProjectGroup, Term};

/// A project with its performance form.
pub fn project(project: &Project) -> Value {
    let group = project.group.map(|group| match group {
        ProjectGroup::Running => "running",
        ProjectGroup::Goal => "goal",
    });
    object(&mut [
        ("name", Some(project.name.as_str().into())),
        ("group", said(group)),
        ("form", project.form.as_ref().map(form)),
    ])
}

fn texts(all: &[String]) -> Option<Value> {
    (!all.is_empty()).then(|| all.into())
}

fn form(form: &Form) -> Value {
    object(&mut [
        ("name", Some(form.name.as_str().into())),
        ("attribute", said(form.attribute.as_deref())),
        ("term", said(form.term.as_deref())),
        ("unit", Some(form.unit.zh().into())),
        ("period", amounts(&form.period)),
        ("annual", amounts(&form.annual)),
        ("basis", said(form.basis.as_deref())),
        ("goal_period", said(form.goal_period.as_deref())),
        ("goal_annual", said(form.goal_annual.as_deref())),
        ("indicators", list(&form.indicators, indicator)),
        ("filed", said(form.filed.as_deref())),
    ])
}

fn indicator(indicator: &Indicator) -> Value {
    object(&mut [
        ("group", Some(indicator.group.as_str().into())),
        ("kind", Some(indicator.kind.as_str().into())),
        ("name", Some(indicator.name.as_str().into())),
        ("weight", indicator.weight.map(|weight| weight.decimal().to_string().into())),
        ("period", said(indicator.period.as_deref())),
        ("annual", said(indicator.annual.as_deref())),
    ])
}

/// The department's performance form.
pub fn performance(form: &Performance) -> Value {
    object(&mut [
        ("unit", Some(form.unit.zh().into())),
        ("sources", amounts(&form.sources)),
        ("uses", amounts(&form.uses)),
        ("goals", texts(&form.goals)),
        ("indicators", list(&form.indicators, indicator)),
    ])
}

/// A number of people or things.
pub fn count(count: &Count) -> Value {
    object(&mut [
        ("key", Some(count.key.as_str().into())),
        ("name", Some(count.name.as_str().into())),
        ("name_en", said(count.name_en.as_deref())),
        ("value", Some(count.value.decimal().to_string().into())),
        ("unit", Some(count.unit.as_str().into())),
        ("part_of", said(count.part_of.as_deref())),
        ("section", said(count.section.as_deref())),
        ("as_of", said(count.as_of.as_deref())),
    ])
}

/// The profile of the department: its nature, duties and offices.
pub fn profile(profile: &Profile) -> Value {
    object(&mut [
        ("nature", said(profile.nature.as_deref())),
        ("duties", texts(&profile.duties)),
        ("offices", texts(&profile.offices)),
    ])
}

/// A term and what it means.
pub fn term(term: &Term) -> Value {
    object(&mut [
        ("term", Some(term.term.as_str().into())),
        ("term_en", said(term.term_en.as_deref())),
        ("meaning", Some(term.meaning.as_str().into())),
        ("meaning_en", said(term.meaning_en.as_deref())),
    ])
}
