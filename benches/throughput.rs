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
    let yardstick = Yardstick::new(&extractor);
    let date = "2020-06-01".parse().expect("a date");
    let article = |text: &'static str| Article::new(text).with_date(date);
    let texts: Vec<&'static str> = texts.into_iter().map(|text| &*text.leak()).collect();

    let plain = || texts.iter().map(|text| yardstick.scan(text)).sum::<usize>();
    let ours = || texts.iter().map(|text| bench::scan(&extractor, text)).sum::<usize>();
    let mentions = || texts.iter().map(|text| extractor.extract(article(text)).mentions().len()).sum::<usize>();
    let job = || texts.iter().map(|text| extractor.extract(article(text)).into_graph().nodes().count()).sum::<usize>();

    let mut group = criterion.benchmark_group("corpus");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("plain scan", |bencher| bencher.iter(|| black_box(plain())));
    group.bench_function("our scan", |bencher| bencher.iter(|| black_box(ours())));
    group.bench_function("extraction", |bencher| bencher.iter(|| black_box(mentions())));
    group.bench_function("job", |bencher| bencher.iter(|| black_box(job())));
    group.finish();

    // The ratios, from runs taken in turn, so that a change of the machine's speed touches all alike.
    let mut times = [Duration::MAX; 4];
    for _ in 0..15 {
        for (time, run) in times.iter_mut().zip([&plain as &dyn Fn() -> usize, &ours, &mentions, &job]) {
            *time = (*time).min(best(3, || {
                black_box(run());
            }));
        }
    }
    let ratio = |part: Duration| times[0].as_secs_f64() / part.as_secs_f64();
    let speed = |time: Duration| bytes as f64 / time.as_secs_f64() / 1e6;
    println!("corpus: {} texts, {bytes} bytes", texts.len());
    println!(
        "plain scan {:.0} MB/s; our scan {:.0} MB/s; extraction {:.0} MB/s; job {:.0} MB/s",
        speed(times[0]),
        speed(times[1]),
        speed(times[2]),
        speed(times[3])
    );
    println!("our scan ÷ plain scan: {:.2}", ratio(times[1]));
    println!("extraction ÷ plain scan: {:.2}", ratio(times[2]));
    println!("job ÷ plain scan: {:.2}", ratio(times[3]));

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
