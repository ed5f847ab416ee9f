//! What the public types promise of themselves: pinned, so that no private field takes it away unseen.

use std::panic::{RefUnwindSafe, UnwindSafe};

use detente::*;

fn owned<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Clone + std::fmt::Debug + 'static>() {}

fn view<T: Send + Sync + Unpin + Clone + std::fmt::Debug>() {}

#[test]
fn types_that_own_what_they_hold() {
    owned::<Article<'static>>();
    owned::<ArticleRecord>();
    owned::<Association>();
    owned::<Basis>();
    owned::<Calendar>();
    owned::<Class>();
    owned::<Clusters>();
    owned::<Cohesion>();
    owned::<Counting>();
    view::<Dot<'_>>();
    owned::<Edge>();
    owned::<Entity>();
    owned::<Error>();
    owned::<EventType>();
    owned::<Extraction<'static>>();
    owned::<Extractor>();
    owned::<ExtractorBuilder>();
    owned::<FactType>();
    owned::<Filter>();
    owned::<Form>();
    #[cfg(feature = "formats")]
    owned::<Format>();
    owned::<Gazetteer>();
    owned::<GazetteerBuilder>();
    owned::<Holder>();
    owned::<Interval>();
    owned::<Kind>();
    owned::<Markup>();
    owned::<Member>();
    owned::<Modality>();
    owned::<Node>();
    view::<NodeLink<'_>>();
    view::<NodeMention<'_>>();
    owned::<Office>();
    owned::<PartialDate>();
    owned::<Passage>();
    owned::<Period>();
    owned::<Place>();
    owned::<RelationGraph>();
    owned::<RelationKind>();
    owned::<RollUp>();
    owned::<Sector>();
    owned::<Series>();
    owned::<Side>();
    owned::<Sides>();
    owned::<Sign>();
    owned::<Slice>();
    owned::<Span>();
    owned::<Status>();
    owned::<Stretch>();
    owned::<Tally>();
    owned::<Told>();
    owned::<Weight>();
    owned::<Trend>();
    owned::<Window>();
}

#[test]
fn types_that_borrow() {
    view::<Balance<'_>>();
    view::<Communities<'_>>();
    view::<Connection<'_>>();
    view::<Change<'_>>();
    view::<Changes<'_>>();
    view::<Difference<'_>>();
    view::<Shift<'_>>();
    view::<Evidence<'_>>();
    view::<Mention<'_>>();
    view::<PassedOver<'_>>();
    view::<Relation<'_>>();
    view::<Scores<'_>>();
    view::<Slices<'_>>();
    view::<Step<'_>>();
    view::<Summary<'_>>();
    view::<Triangle<'_>>();
    view::<View<'_>>();
}

#[test]
fn the_error_goes_wherever_errors_go() {
    fn error<T: std::error::Error + Send + Sync + 'static>() {}
    error::<Error>();
    let boxed: Box<dyn std::error::Error + Send + Sync> = "1991-13".parse::<PartialDate>().unwrap_err().into();
    assert_eq!(boxed.to_string(), "`1991-13` is no date; write YYYY, YYYY-MM or YYYY-MM-DD");
}

#[test]
fn an_extractor_serves_many_threads() {
    let gazetteer = Gazetteer::builder().text("x.toml", "[[state]]\nid = \"XXA\"\nname = \"Aland\"\n").build().unwrap();
    let extractor = Extractor::builder().gazetteer(gazetteer).build().unwrap();
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let extractor = extractor.clone();
            std::thread::spawn(move || extractor.extract("Aland. Aland's navy.").to_json())
        })
        .collect();
    let outputs: Vec<String> = workers.into_iter().map(|worker| worker.join().unwrap()).collect();
    assert!(outputs.windows(2).all(|pair| pair[0] == pair[1]));
}
