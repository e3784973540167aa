//! The documents that are open together with a budget: other years of the same department, or other departments.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::{BodyName, Budget, Place, Statistics};

/// The documents that are open together, of which the budget that holds them is one.
///
/// A figure of several documents reads them here. [`Others::place`] gives it places in the other documents that can be
/// linked and named like those of its own.
#[derive(Debug, Default)]
pub struct Others {
    /// All documents, sorted by year.
    documents: Vec<Budget>,
    /// What the bodies are called whose documents they are.
    bodies: Vec<BodyName>,
    /// What each is called in addresses.
    names: Vec<String>,
    /// The places in other documents that were asked for: the index of the document, and the place in it.
    places: Mutex<Vec<(usize, Place)>>,
    /// The official statistics that were given with them, if any were.
    statistics: Mutex<Option<Arc<Statistics>>>,
}

/// The slot of a budget for the documents that are open together with it. It is filled once, and may stay empty.
#[derive(Debug, Clone, Default)]
pub struct OthersSlot(OnceLock<Arc<Others>>);

impl OthersSlot {
    /// Fills the slot, if it is empty.
    pub fn set(&self, others: Arc<Others>) {
        let _ = self.0.set(others);
    }

    /// The documents, if the slot is filled.
    pub fn get(&self) -> Option<&Arc<Others>> {
        self.0.get()
    }
}

impl Others {
    /// Documents that are open together.
    pub fn new(mut documents: Vec<Budget>) -> Others {
        documents.sort_by_key(|budget| (budget.document.year, budget.is_final()));
        let bodies: Vec<_> = documents.iter().map(Budget::body).collect();
        let is_one = bodies.iter().all(|body| is_same(body, &bodies[0], &bodies));
        let mut names: Vec<String> = Vec::new();
        for budget in &documents {
            let department = department(budget, &documents, &bodies).replace(['/', '#', '%'], "");
            let mut name = if is_one { budget.edition() } else { [&department, "-", &budget.edition()].concat() };
            // Places that no document names may have departments that are called alike.
            while names.contains(&name) {
                name.push('+');
            }
            names.push(name);
        }
        Others { documents, bodies, names, places: Mutex::default(), statistics: Mutex::default() }
    }

    /// The department of a document, with its place in front where another department is called the same.
    pub fn department(&self, budget: &Budget) -> String {
        department(budget, &self.documents, &self.bodies)
    }

    /// All documents, sorted by year, a budget before the final account of its year.
    pub fn documents(&self) -> &[Budget] {
        &self.documents
    }

    /// What the document with this index is called in addresses: its year, such as `2025` or `2025-final`; where there
    /// are several departments, with the department in front.
    pub fn name(&self, document: usize) -> &str {
        self.names.get(document).map_or("", String::as_str)
    }

    /// The index of the document that is called so.
    pub fn called(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|own| own == name)
    }

    /// The index of this document among all.
    pub fn index_of(&self, budget: &Budget) -> Option<usize> {
        let body = budget.body();
        let is_it =
            |(own, name): (&Budget, &BodyName)| own.edition() == budget.edition() && is_same(name, &body, &self.bodies);
        self.documents.iter().zip(&self.bodies).position(is_it)
    }

    /// A place in the document with this index, as a place that the budget which holds this can link to.
    pub fn place(&self, document: usize, place: Place) -> Place {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let known = places.iter().position(|own| *own == (document, place));
        Place::Other(known.unwrap_or_else(|| {
            places.push((document, place));
            places.len() - 1
        }))
    }

    /// The document and the place in it that [`Place::Other`] stands for.
    pub fn at(&self, index: usize) -> Option<(&Budget, Place)> {
        let (document, place) = self.found(index)?;
        Some((self.documents.get(document)?, place))
    }

    /// The address of [`Place::Other`]: the document's name, and the address in that document.
    pub fn address(&self, index: usize) -> Option<String> {
        let (document, place) = self.found(index)?;
        Some([self.name(document), "/", &self.documents.get(document)?.address(place)].concat())
    }

    /// Gives official statistics to the documents, in place of those that were given before.
    pub fn give(&self, statistics: Option<Arc<Statistics>>) {
        *self.statistics.lock().unwrap_or_else(PoisonError::into_inner) = statistics;
    }

    /// The official statistics that were given.
    pub fn statistics(&self) -> Option<Arc<Statistics>> {
        self.statistics.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn found(&self, index: usize) -> Option<(usize, Place)> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner).get(index).copied()
    }
}

fn department(budget: &Budget, all: &[Budget], bodies: &[BodyName]) -> String {
    let (own, body) = (&budget.document, budget.body());
    let is_alike = |(other, name): (&Budget, &BodyName)| {
        other.document.department == own.department && !is_same(name, &body, bodies)
    };
    let region = own.region.as_deref().filter(|_| all.iter().zip(bodies).any(is_alike)).unwrap_or("");
    [region, &own.department].concat()
}

/// Whether two names are of one body, among the names of all documents that are open together.
fn is_same(one: &BodyName, two: &BodyName, all: &[BodyName]) -> bool {
    let all = || all.iter().chain([one, two]);
    one.fullest(all) == two.fullest(all)
}

impl Budget {
    /// Whether the document is a final account (决算) and not a budget.
    pub fn is_final(&self) -> bool {
        self.document.stage.as_deref() == Some("final")
    }

    /// Whether two documents are of the same department, whatever the year. The place may be in the name or beside it, or
    /// lack where the documents that are open with them name one only.
    pub fn is_same_department(&self, other: &Budget) -> bool {
        let (one, two) = (self.body(), other.body());
        let others = self.others.get().or_else(|| other.others.get());
        let known = others.map_or(&[][..], |others| &others.bodies);
        is_same(&one, &two, known)
    }

    /// The document among those of its department: `2025`, or `2025-final` for a final account.
    pub fn edition(&self) -> String {
        self.document.year.to_string() + if self.is_final() { "-final" } else { "" }
    }
}
