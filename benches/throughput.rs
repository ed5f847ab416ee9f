//! How fast an article becomes a graph, as a ratio to a yardstick in the same run.
//!
//! The yardstick is a plain scan: `aho-corasick`'s contiguous NFA, unanchored, over the same spellings, counting
//! matches. The corpus is the sample articles, or the file or folder that `DETENTE_CORPUS` names (plain text).

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use detente::bench::{self, Yardstick};
use detente::{Article, Extractor, Gazetteer};

fn corpus() -> Vec<String> {
    let path = env::var("DETENTE_CORPUS")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles").to_owned());
    let mut files = Vec::new();
    collect(Path::new(&path), &mut files);
    files.sort();
    assert!(!files.is_empty(), "no text in {path}");
    files
}

fn collect(path: &Path, texts: &mut Vec<String>) {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("the corpus can be listed");
        for entry in entries {
            collect(&entry.expect("the corpus can be listed").path(), texts);
        }
    } else {
        texts.push(String::from_utf8_lossy(&fs::read(path).expect("the corpus can be read")).into_owned());
    }
}

/// One sentence of so many names, with twenty bytes to a name.
fn sentence_of(names: usize) -> &'static str {
    let parts = ["France then thanked ", "Japan, warned about ", "Peru and the envoys ", "of Kenya, who meets "];
    parts.iter().copied().cycle().take(names).collect::<String>().leak()
}

/// The shortest time of several runs: what the machine can do when nothing disturbs it.
fn best(runs: usize, mut run: impl FnMut()) -> Duration {
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn benchmark(criterion: &mut Criterion) {
    let texts = corpus();
    let bytes: usize = texts.iter().map(String::len).sum();
    let extractor = Extractor::bundled();
    let without_events = Extractor::builder().events(false).build().expect("it compiles");
    let yardstick = Yardstick::new(&extractor);
    let date = "2020-06-01".parse().expect("a date");
    let article = |text: &'static str| Article::new(text).with_date(date);
    let texts: Vec<&'static str> = texts.into_iter().map(|text| &*text.leak()).collect();

    let graph = |extractor: &Extractor, text| extractor.extract(article(text)).into_graph().nodes().count();
    let runs: [(&str, &dyn Fn(&'static str) -> usize); 5] = [
        ("plain scan", &|text| yardstick.scan(text)),
        ("our scan", &|text| bench::scan(&extractor, text)),
        ("extraction", &|text| extractor.extract(article(text)).mentions().len()),
        ("job without events", &|text| graph(&without_events, text)),
        ("job", &|text| graph(&extractor, text)),
    ];

    let mut group = criterion.benchmark_group("corpus");
    group.throughput(Throughput::Bytes(bytes as u64));
    for (what, run) in runs {
        group.bench_function(what, |bencher| bencher.iter(|| texts.iter().map(|text| run(text)).sum::<usize>()));
    }
    group.finish();

    // The ratios, from passes over the corpus taken in turn, so that a change of the machine's speed touches all alike;
    // of each the shortest time. A pass reads all texts: one text at a time would find the caches full of another run.
    let mut times = [Duration::MAX; 5];
    for _ in 0..40 {
        for ((_, run), time) in runs.iter().zip(&mut times) {
            let pass = best(1, || {
                black_box(texts.iter().map(|text| run(text)).sum::<usize>());
            });
            *time = (*time).min(pass);
        }
    }
    println!("corpus: {} texts, {bytes} bytes", texts.len());
    for ((what, _), time) in runs.iter().zip(times) {
        let speed = bytes as f64 / time.as_secs_f64() / 1e6;
        println!("{what}: {speed:.0} MB/s, ÷ plain scan {:.2}", times[0].as_secs_f64() / time.as_secs_f64());
    }

    let long = |names| {
        let sentence = sentence_of(names);
        best(7, || {
            black_box(extractor.extract(article(sentence)).into_graph().nodes().count());
        })
    };
    let (short, long) = (long(50), long(5_000));
    println!(
        "one sentence: of 1 kB {short:.1?}, of 100 kB {long:.1?}: ÷ {:.0}",
        long.as_secs_f64() / short.as_secs_f64()
    );

    let build = best(5, || {
        black_box(Yardstick::new(&extractor));
    });
    let load = best(5, || {
        black_box(Gazetteer::builder().bundled().build().expect("the bundled gazetteer loads"));
    });
    let gazetteer = Gazetteer::bundled();
    let compile = best(5, || {
        black_box(Extractor::builder().gazetteer(gazetteer.clone()).build().expect("it compiles"));
    });
    let cold = load + compile;
    println!(
        "cold start: load {load:.1?}, compile {compile:.1?}; the plain automaton alone builds in {build:.1?}: ÷ {:.2}",
        cold.as_secs_f64() / build.as_secs_f64()
    );
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    targets = benchmark
}
criterion_main!(benches);
