//! Components, drawn in a browser and looked at as a reader would.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    reason = "a test page that lacks these has failed anyway"
)]

use std::rc::Rc;

use dossier::reader::{Reader, ReaderProps, Stops};
use dossier::state::{Shared, Trace};
use dossier::widgets::{Ways, stepper};
use dossier_engine::address::{Address, View};
use dossier_engine::ask::{DocumentCard, DocumentText, Mark, Reading, Run};
use dossier_engine::document::Role;
use dossier_engine::mention::Kind;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, NodeList};
use yew::prelude::*;
use yew::{BaseComponent, Renderer};

wasm_bindgen_test_configure!(run_in_browser);

/// Draws a component into an element of its own.
async fn draw<C: BaseComponent>(props: C::Properties) -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    Renderer::<C>::with_root_and_props(root.clone(), props).render();
    let drawn = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback(&resolve).unwrap();
    });
    JsFuture::from(drawn).await.unwrap();
    root
}

fn texts(root: &Element, selector: &str) -> Vec<String> {
    let found: NodeList = root.query_selector_all(selector).unwrap();
    (0..found.length())
        .map(|place| found.item(place).unwrap())
        .map(|node| node.text_content().unwrap_or_default())
        .collect()
}

/// Reads a document of one paragraph from runs: `⟦` begins a mention of `ada`, `«` a hit.
fn reading(runs: &[&str]) -> Reading {
    let runs = runs.iter().zip(0..).map(|(text, ordinal)| Run {
        text: text.trim_start_matches(['⟦', '«']).to_owned(),
        mark: text.starts_with('⟦').then(|| Mark {
            ordinal,
            kind: Kind::Person,
            entity: Some("ada".into()),
            note: None,
        }),
        hit: text.starts_with('«').then_some(ordinal + 1),
        repair: None,
    });
    let card = DocumentCard {
        slug: "letter".into(),
        title: "A letter".into(),
        ..DocumentCard::default()
    };
    let parts = std::iter::once((Role::Paragraph, runs.collect()));
    Reading {
        left_out: 0,
        documents: vec![DocumentText::new(card, parts)],
    }
}

/// Ways from an address that lead nowhere.
fn ways(here: Address) -> Ways {
    Ways {
        here: Rc::new(here),
        go: Callback::noop(),
        act: Callback::noop(),
    }
}

async fn read(runs: &[&str], address: Address) -> Element {
    let reading = reading(runs);
    let stops = Stops::of(&reading, address.entity.as_deref(), &address.unmarked);
    draw::<Reader>(ReaderProps {
        reading: Some(Shared::new(reading)),
        origin: None,
        passage: None,
        ways: ways(Address {
            view: View::Read,
            ..address
        }),
        trace: Trace::Restored,
        stops: Rc::new(stops),
    })
    .await
}

#[wasm_bindgen_test]
async fn a_text_is_drawn_in_full_with_its_mentions_marked() {
    let page = read(&["Dear ", "⟦Ada", ", hello."], Address::default()).await;
    assert_eq!(texts(&page, "article p"), ["Dear Ada, hello."]);
    assert_eq!(texts(&page, "mark.mention"), ["Ada"]);
}

#[wasm_bindgen_test]
async fn what_a_document_says_is_text_and_never_markup() {
    let hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    let page = read(&[hostile], Address::default()).await;
    assert_eq!(texts(&page, "article p"), [hostile]);
    assert_eq!(texts(&page, "img, script").len(), 0);
}

#[wasm_bindgen_test]
async fn marks_of_a_kind_can_be_switched_off_and_the_text_stays() {
    let address = Address {
        unmarked: vec![Kind::Person],
        ..Address::default()
    };
    let page = read(&["Dear ", "⟦Ada"], address).await;
    assert_eq!(texts(&page, "article p"), ["Dear Ada"]);
    assert_eq!(texts(&page, "mark").len(), 0);
}

#[wasm_bindgen_test]
async fn all_marks_of_a_document_are_one_tab_stop() {
    let page = read(
        &["⟦Ada", " and ", "⟦Ada", " met ", "⟦Ada"],
        Address::default(),
    )
    .await;
    assert_eq!(texts(&page, "mark").len(), 3);
    assert_eq!(texts(&page, "mark[tabindex='0']").len(), 1);
}

#[wasm_bindgen_test]
async fn the_open_entity_is_marked_out_wherever_it_stands() {
    let address = Address {
        entity: Some("ada".into()),
        at: Some(2),
        ..Address::default()
    };
    let page = read(&["⟦Ada", " and ", "⟦Ada"], address).await;
    assert_eq!(texts(&page, "mark.is-selected").len(), 2);
    let here = page.query_selector("mark.is-current").unwrap().unwrap();
    assert_eq!(here.id(), "mention-0-2");
}

#[wasm_bindgen_test]
async fn hits_are_marked_and_counted() {
    let page = read(&["one ", "«two", " three ", "«four"], Address::default()).await;
    assert_eq!(texts(&page, "mark.hit"), ["two", "four"]);
    assert_eq!(texts(&page, ".stepper-place"), ["2 hits"]);
}

#[component]
fn NowhereToStep() -> Html {
    stepper(&ways(Address::default()), None, 0, "mention")
}

#[wasm_bindgen_test]
async fn nowhere_to_step_to_leaves_the_buttons_dead() {
    let page = draw::<NowhereToStep>(()).await;
    let buttons = page.query_selector_all("button:disabled").unwrap();
    assert_eq!(buttons.length(), 2);
    assert!(buttons.item(0).unwrap().dyn_ref::<Element>().is_some());
}
