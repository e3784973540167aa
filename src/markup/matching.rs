//! Matches old and new child nodes for a patch of the page: which old nodes are kept, unchanged or changed.

use super::node::Node;

/// For each of the `new` siblings, the index of the `old` sibling that is changed into it; each is used at most once.
/// An element with an id is matched with the one of the same id, wherever it stood, so that what a reader has opened
/// or typed there stays. All others are matched by their order alone.
pub fn matching(old: &[Node], new: &[Node]) -> Vec<Option<usize>> {
    let (mut keyed, mut other) = (0, 0);
    let mut becomes = |node: &Node| {
        let key = id(node);
        // Mostly the order is unchanged and the match is the next node; otherwise the search wraps around once.
        let from = if key.is_some() { &mut keyed } else { &mut other };
        let mut rest = (*from..old.len()).chain(0..if key.is_some() { *from } else { 0 });
        let i = rest.find(|i| id(&old[*i]) == key)?;
        *from = i + 1;
        is_like(&old[i], node).then_some(i)
    };
    new.iter().map(&mut becomes).collect()
}

/// Whether one node can be changed into the other: elements of the same tag can, texts only if they are equal.
fn is_like(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::Element(old), Node::Element(new)) => old.tag == new.tag,
        (Node::Text(old), Node::Text(new)) => old == new,
        _ => false,
    }
}

fn id(node: &Node) -> Option<&str> {
    let Node::Element(element) = node else { return None };
    element.attributes.iter().find(|(name, _)| *name == "id").map(|(_, id)| id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::el;

    fn nodes(names: &[&str]) -> Vec<Node> {
        let node = |name: &&str| match name.split_once('#') {
            Some((tag, id)) => el(if tag == "p" { "p" } else { "li" }).attr("id", id).into(),
            None if *name == "p" => el("p").into(),
            None => Node::Text((*name).into()),
        };
        names.iter().map(node).collect()
    }

    fn of(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
        matching(&nodes(old), &nodes(new))
    }

    #[test]
    fn an_element_with_an_id_is_found_wherever_it_stood() {
        assert_eq!(of(&["li#a", "li#b", "li#c"], &["li#c", "li#a", "li#d"]), [Some(2), Some(0), None]);
        assert_eq!(of(&["li#a", "li#b"], &["li#b"]), [Some(1)]);
        assert_eq!(of(&["li#a"], &["li#a", "li#b"]), [Some(0), None]);
    }

    #[test]
    fn what_has_another_id_or_none_is_another() {
        assert_eq!(of(&["li#a"], &["li#b"]), [None]);
        assert_eq!(of(&["p#a"], &["li#a"]), [None], "another element of that id");
        assert_eq!(of(&["p", "p#a"], &["p#a", "p"]), [Some(1), Some(0)]);
        assert_eq!(of(&["p"], &["p#a"]), [None]);
    }

    #[test]
    fn all_others_are_told_by_their_order() {
        assert_eq!(of(&["p", "字", "p"], &["p", "词", "p", "p"]), [Some(0), None, Some(2), None]);
        assert_eq!(of(&["p", "li#a", "p"], &["li#a", "p", "p"]), [Some(1), Some(0), Some(2)]);
        assert_eq!(of(&[], &["p"]), [None]);
        assert_eq!(of(&["p"], &[]), []);
    }

    #[test]
    fn none_is_taken_twice() {
        let old = nodes(&["li#a", "li#b", "p"]);
        for new in [["li#b", "li#a", "p"], ["p", "li#b", "li#a"], ["p", "p", "p"]] {
            let mut taken: Vec<_> = matching(&old, &nodes(&new)).into_iter().flatten().collect();
            taken.dedup();
            assert!(taken.iter().all(|i| taken.iter().filter(|other| *other == i).count() == 1), "{new:?}: {taken:?}");
        }
    }
}
