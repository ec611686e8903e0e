//! The ways from one address to the next.

use dossier_engine::address::{
    Address, Condition, Facet, Filter, Lines, Listing, Order, Sense, View, Years,
};
use dossier_engine::mention::Kind;
use dossier_engine::passage::Passage;

use super::Trace;

/// A way from one address to the next. Links print where it leads; buttons take it.
#[derive(Clone, Debug, PartialEq)]
pub enum Move {
    /// To another view.
    Show(View),
    /// To what is found by these words.
    Search(String),
    /// To a filter with this condition, or without it if it was there. Asking for an entity opens
    /// its card as well.
    Toggle(Condition),
    /// To a filter that asks for these years of a facet of years, and for no others.
    Years(Facet, Years),
    /// To a filter that asks for all the values of a facet instead of any of them, or the other way
    /// round.
    ToggleAll(Facet),
    /// To a filter without conditions on a facet.
    ClearFacet(Facet),
    /// To the same in another order.
    Sort(Order),
    /// To a list of these.
    List(Listing),
    /// To everything.
    ClearFilter,
    /// To the same search in all documents.
    ClearFacets,
    /// To a document, from its start; to all that pass the filter if none.
    Read(Option<String>),
    /// To a hit in a document, counted from 1.
    ReadHit(String, u32),
    /// To a mention of an entity in a document, counted among the entity's there, from 1.
    ReadMention(String, String, u32),
    /// To an entity, staying in the view. With a number: standing at that mention of it in what
    /// is read.
    Open(String, Option<u32>),
    /// To everything about an entity, on its own page if it has one.
    Study {
        /// Its slug.
        entity: String,
        /// Whether it has one.
        is_paged: bool,
    },
    /// To other lines of its concordance.
    Lines(Lines),
    /// Away from the entity.
    Close,
    /// To a passage of a document.
    Point(String, Passage),
    /// To the same without what the link decides.
    Undecide,
    /// Away from the passage, staying in the document.
    Unpoint,
    /// To another mention or hit in what is read, counted from 1.
    Stand(u32),
    /// To the same with a kind's marks switched over.
    ToggleMarks(Kind),
    /// To the same text as it was repaired, or as the file has it.
    ToggleVersion,
}

impl Move {
    /// Where it leads.
    pub fn from(&self, here: &Address) -> Address {
        let mut there = here.clone();
        match self {
            Move::Show(view) => {
                there.view = *view;
                there.at = None;
                there.passage = None;
                if *view != View::Read {
                    there.document = None;
                }
            }
            Move::Search(query) => {
                there.filter.query.clone_from(query);
                there.at = None;
                if !query.trim().is_empty() {
                    there.view = View::Results;
                    there.document = None;
                    there.passage = None;
                }
            }
            Move::Toggle(condition) => {
                toggle(&mut there.filter, condition);
                there.at = there.at.filter(|_| there.document.is_some());
                if asks_for_entity(condition) && there.filter.conditions.contains(condition) {
                    there.entity = Some(condition.value.clone());
                    there.at = None;
                }
            }
            Move::Years(facet, years) => {
                let filter = &mut there.filter;
                filter
                    .conditions
                    .retain(|other| other.facet != *facet || other.sense == Sense::Exclude);
                filter.conditions.push(Condition {
                    facet: *facet,
                    value: years.to_string(),
                    sense: Sense::Include,
                });
            }
            Move::ToggleAll(facet) => toggle_all(&mut there.filter.all_of, *facet),
            Move::ClearFacet(facet) => {
                let filter = &mut there.filter;
                filter.conditions.retain(|other| other.facet != *facet);
            }
            Move::Sort(order) => there.filter.order = *order,
            Move::List(listing) => there.filter.listing = *listing,
            Move::ClearFilter => {
                there.filter = Filter {
                    order: there.filter.order,
                    listing: there.filter.listing,
                    ..Filter::default()
                };
                there.at = None;
            }
            Move::ClearFacets => there.filter.conditions.clear(),
            Move::Read(document) => read(&mut there, document.clone(), None),
            Move::ReadHit(document, hit) => {
                read(&mut there, Some(document.clone()), Some(*hit));
                there.entity = None;
            }
            Move::ReadMention(document, entity, at) => {
                read(&mut there, Some(document.clone()), Some(*at));
                there.entity = Some(entity.clone());
            }
            Move::Open(entity, at) => {
                there.entity = Some(entity.clone());
                there.at = *at;
            }
            Move::Study { entity, .. } => {
                there.view = View::Entity;
                there.entity = Some(entity.clone());
                there.document = None;
                there.at = None;
            }
            Move::Lines(lines) => there.lines = *lines,
            Move::Close => {
                there.entity = None;
                there.at = None;
                if there.view == View::Entity {
                    there.view = View::Overview;
                }
            }
            Move::Point(document, passage) => {
                read(&mut there, Some(document.clone()), None);
                there.passage = Some(passage.clone());
            }
            Move::Unpoint => there.passage = None,
            Move::Undecide => there.decisions.clear(),
            Move::Stand(at) => there.at = Some(*at),
            Move::ToggleMarks(kind) => toggle_marks(&mut there.unmarked, *kind),
            Move::ToggleVersion => there.version = there.version.other(),
        }
        if there.view != View::Entity || there.entity != here.entity {
            there.lines = Lines::default();
            there.is_paged = false;
        }
        if let Move::Study { is_paged, .. } = self {
            there.is_paged = *is_paged;
        }
        there
    }

    /// What history makes of it. Typing on in the results and stepping from mention to mention
    /// refine the step before; each would otherwise bury it under dozens of entries.
    pub fn trace(&self, here: &Address) -> Trace {
        match self {
            Move::Search(_) if here.view == View::Results => Trace::Refinement,
            Move::Years(facet, _) if asks_for(&here.filter, *facet) => Trace::Refinement,
            Move::Stand(_)
            | Move::ToggleMarks(_)
            | Move::ToggleVersion
            | Move::Unpoint
            | Move::Lines(_) => Trace::Refinement,
            _ => Trace::Step,
        }
    }
}

fn read(there: &mut Address, document: Option<String>, at: Option<u32>) {
    there.view = View::Read;
    there.document = document;
    there.at = at;
    there.passage = None;
}

fn asks_for_entity(condition: &Condition) -> bool {
    condition.facet == Facet::Entity && condition.sense == Sense::Include
}

fn toggle(filter: &mut Filter, condition: &Condition) {
    let held = filter.conditions.contains(condition);
    let opposite = Condition {
        sense: match condition.sense {
            Sense::Include => Sense::Exclude,
            Sense::Exclude => Sense::Include,
        },
        ..condition.clone()
    };
    filter
        .conditions
        .retain(|other| other != condition && *other != opposite);
    if !held {
        filter.conditions.push(condition.clone());
    }
}

fn asks_for(filter: &Filter, facet: Facet) -> bool {
    let mut conditions = filter.conditions.iter();
    conditions.any(|condition| condition.facet == facet && condition.sense == Sense::Include)
}

/// Facets stay in their order.
fn toggle_all(all_of: &mut Vec<Facet>, facet: Facet) {
    match all_of.binary_search(&facet) {
        Ok(place) => {
            all_of.remove(place);
        }
        Err(place) => all_of.insert(place, facet),
    }
}

fn toggle_marks(unmarked: &mut Vec<Kind>, kind: Kind) {
    match unmarked.binary_search(&kind) {
        Ok(place) => {
            unmarked.remove(place);
        }
        Err(place) => unmarked.insert(place, kind),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn year(value: &str) -> Condition {
        Condition {
            facet: Facet::Year,
            value: value.into(),
            sense: Sense::Include,
        }
    }

    fn without(condition: Condition) -> Condition {
        Condition {
            sense: Sense::Exclude,
            ..condition
        }
    }

    fn walk(moves: &[Move]) -> Address {
        moves
            .iter()
            .fold(Address::default(), |here, step| step.from(&here))
    }

    #[test]
    fn a_condition_set_twice_is_gone() {
        let step = Move::Toggle(year("2016"));
        assert_eq!(walk(&[step.clone(), step]), Address::default());
    }

    #[test]
    fn ruling_out_what_was_asked_for_replaces_it() {
        let there = walk(&[
            Move::Toggle(year("2016")),
            Move::Toggle(without(year("2016"))),
        ]);
        assert_eq!(there.filter.conditions, [without(year("2016"))]);
    }

    #[test]
    fn years_asked_for_take_the_place_of_those_before_and_leave_one_entry_in_history() {
        let years = |value| Move::Years(Facet::Year, Years::parse(value).expect("years"));
        let there = walk(&[Move::Toggle(year("2016")), years("2015..2017")]);
        assert_eq!(there.filter.conditions, [year("2015..2017")]);
        assert_eq!(years("2015..2018").trace(&there), Trace::Refinement);
        assert_eq!(years("2015").trace(&Address::default()), Trace::Step);
        assert_eq!(
            Move::ClearFacet(Facet::Year).from(&there),
            Address::default()
        );
    }

    #[test]
    fn any_and_all_of_a_facet_change_places() {
        let step = Move::ToggleAll(Facet::Entity);
        assert_eq!(
            walk(std::slice::from_ref(&step)).filter.all_of,
            [Facet::Entity]
        );
        assert_eq!(walk(&[step.clone(), step]), Address::default());
    }

    #[test]
    fn clearing_the_filter_leaves_the_list_and_its_order_to_the_reader() {
        let there = walk(&[
            Move::Sort(Order::Title),
            Move::List(Listing::Passages),
            Move::Toggle(year("2016")),
            Move::ClearFilter,
        ]);
        assert_eq!(there.filter.order, Order::Title);
        assert_eq!(there.filter.listing, Listing::Passages);
        assert_eq!(there.filter.conditions, []);
    }

    #[test]
    fn asking_for_an_entity_opens_its_card_and_letting_go_of_it_leaves_the_card() {
        let ask = Move::Toggle(Condition {
            facet: Facet::Entity,
            value: "ada-lovelace".into(),
            sense: Sense::Include,
        });
        let asked = ask.from(&Address::default());
        assert_eq!(asked.entity.as_deref(), Some("ada-lovelace"));
        assert_eq!(ask.from(&asked).entity.as_deref(), Some("ada-lovelace"));
    }

    #[test]
    fn searching_leads_to_the_results_and_clearing_the_box_stays_there() {
        let there = walk(&[Move::Search("bear".into())]);
        assert_eq!(there.view, View::Results);
        assert_eq!(Move::Search(String::new()).from(&there).view, View::Results);
    }

    #[test]
    fn a_hit_is_read_without_the_entity_whose_mentions_would_be_counted_instead() {
        let there = walk(&[
            Move::Open("ada-lovelace".into(), None),
            Move::ReadHit("letter".into(), 3),
        ]);
        assert_eq!((there.entity, there.at), (None, Some(3)));
    }

    #[test]
    fn typing_on_replaces_the_step_that_began_the_search() {
        let results = walk(&[Move::Search("b".into())]);
        assert_eq!(
            Move::Search("b".into()).trace(&Address::default()),
            Trace::Step
        );
        assert_eq!(Move::Search("be".into()).trace(&results), Trace::Refinement);
    }

    #[test]
    fn marks_switched_off_and_on_again_leave_no_trace_in_the_address() {
        let off = Move::ToggleMarks(Kind::Date);
        assert_eq!(off.from(&Address::default()).unmarked, [Kind::Date]);
        assert_eq!(walk(&[off.clone(), off]), Address::default());
    }

    #[test]
    fn another_entity_is_not_known_to_have_a_page_until_its_card_says_so() {
        let ada = Move::Study {
            entity: "ada-lovelace".into(),
            is_paged: true,
        };
        let there = walk(std::slice::from_ref(&ada));
        assert_eq!(there.link_on_host(), "about/ada-lovelace/");
        let searched = Move::Toggle(year("1843")).from(&there);
        assert_eq!(searched.link_on_host(), "about/ada-lovelace/?year=1843");
        for step in [
            Move::Open("bob".into(), None),
            Move::Show(View::Review),
            Move::Close,
        ] {
            assert!(!step.from(&there).is_paged, "{step:?}");
        }
    }

    #[test]
    fn leaving_a_document_forgets_where_one_stood() {
        let there = walk(&[
            Move::ReadMention("letter".into(), "ada-lovelace".into(), 2),
            Move::Show(View::Overview),
        ]);
        assert_eq!((there.document, there.at), (None, None));
        assert_eq!(there.entity.as_deref(), Some("ada-lovelace"));
    }
}
