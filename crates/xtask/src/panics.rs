//! Makes panics end without a word.
//!
//! In the extension's pages a panic is never shown: its message might quote a draft. Yet the
//! modules would carry the code that puts such messages together. Here the standard
//! library's ways into a panic become WASM's own end, `unreachable`, which is where they
//! ended before; Binaryen then drops what only led to the message.

use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// Parts of the mangled names of functions that do nothing but panic.
const PANICS: [&str; 8] = [
    "4core9panicking",
    "16slice_error_fail",
    "16slice_index_fail",
    "16len_mismatch_fail",
    "13expect_failed",
    "13unwrap_failed",
    "17capacity_overflow",
    "18handle_alloc_error",
];

/// Replaces the bodies of all functions that only panic. Their names must not be demangled.
pub fn quiet(module: &mut Module) {
    let is_panic = |name: &str| PANICS.iter().any(|part| name.contains(part));
    let found: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|id| module.funcs.get(*id).name.as_deref().is_some_and(is_panic))
        .collect();
    for id in found {
        let kind = module.types.get(module.funcs.get(id).ty());
        let (params, results) = (kind.params().to_vec(), kind.results().to_vec());
        let mut body = FunctionBuilder::new(&mut module.types, &params, &results);
        body.func_body().unreachable();
        let args = params.iter().map(|kind| module.locals.add(*kind)).collect();
        module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(args));
    }
}
