//! Data of one's own in an address: the same data come out again, bit for bit.

use downhill_core::Experiment;
use downhill_core::data::builtin::DataSet;
use downhill_core::data::csv;
use downhill_core::data::custom::{Data, OwnData, OwnTargets};
use downhill_core::data::url_codec::{self, LONGEST};
use downhill_core::numeric::rng::{Rng, Stream};

fn bits(own: &OwnData) -> Vec<u64> {
    own.inputs.iter().flatten().map(|number| number.to_bits()).collect()
}

#[test]
fn data_come_out_of_an_address_as_they_went_in() {
    let mut rng = Rng::new(1, Stream::Data);
    let mut written = 0;
    for round in 0..400 {
        let (width, rows) = (1 + rng.below(3), 1 + rng.below(60));
        let decimals = rng.below(16);
        let mut number = || {
            let whole = (rng.unit() - 0.5) * [3.0, 200.0, 1e6, 1e15][rng.below(4)];
            format!("{whole:.decimals$}").parse::<f64>().unwrap() + 0.0
        };
        let inputs: Vec<Vec<f64>> =
            (0..rows).map(|_| (0..width).map(|_| number()).collect()).collect();
        let values = (0..rows).map(|_| vec![number()]).collect();
        let targets = match round % 3 {
            0 => OwnTargets::Values(values),
            1 => OwnTargets::Classes((0..rows).map(|row| (row + round) % 4).collect()),
            _ => OwnTargets::Names((0..rows).map(|row| format!("größe {}", row % 3)).collect()),
        };
        let names = (0..width).map(|index| format!("x & {index}=")).collect();
        let own = OwnData { inputs, targets, names };
        let Some(text) = url_codec::write(&own) else { continue };
        written += 1;
        assert!(text.len() <= LONGEST);
        let again = url_codec::read(&text).unwrap();
        assert_eq!(again, own);
        assert_eq!(bits(&again), bits(&own));
        let experiment = Experiment { data: Data::Own(own), ..Experiment::default() };
        let (from, errors) = Experiment::from_query(&experiment.to_query().unwrap());
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(from, experiment);
    }
    println!("{written} of 400 written");
    assert!(written > 80);
}

#[test]
fn a_class_of_pupils_fits_and_a_large_table_does_not() {
    let penguins = DataSet::PENGUINS.table(0.0, 1);
    let own = |rows: usize| {
        let mut own = OwnData::from(penguins.clone());
        own.inputs.truncate(rows);
        if let OwnTargets::Names(names) = &mut own.targets {
            names.truncate(rows);
        }
        own
    };
    let text = url_codec::write(&own(300)).unwrap();
    println!("300 penguins: {} characters", text.len());
    let table = csv::read(&"1,2,3\n".repeat(3000), None).unwrap();
    assert!(url_codec::write(&OwnData::from(table)).is_none());
}

#[test]
fn no_text_makes_the_reader_panic() {
    for bad in [
        "",
        "*",
        "c",
        "c*",
        "c00*x*y",
        "c00*x*y*A*0",
        "v0*x*",
        "c00*x*y*A*000_",
        "cz*x*A*00",
        "c0*x*A*-------------------",
        "c0*x*A*______________0",
        "x",
        "c0é*x*A*00",
        "c0*x*A*000é",
    ] {
        assert!(url_codec::read(bad).is_none(), "{bad}");
        let (experiment, errors) = Experiment::from_query(&format!("points={bad}"));
        assert_eq!(errors.is_empty(), bad.is_empty(), "{bad}");
        assert!(!experiment.data.is_own());
    }
    let mut rng = Rng::new(2, Stream::Data);
    let good = b"c11*x*y*A*B*05g0dc1ab0";
    for _ in 0..20_000 {
        let mut bytes = good.to_vec();
        for _ in 0..=rng.below(3) {
            let at = rng.below(bytes.len());
            bytes[at] = 32 + rng.below(95) as u8;
        }
        let text = String::from_utf8(bytes).unwrap();
        if let Some(own) = url_codec::read(&text) {
            assert!(own.inputs.iter().flatten().all(|number| number.is_finite()));
        }
    }
}
