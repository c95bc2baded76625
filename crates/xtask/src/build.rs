//! `dist/chromium` and `dist/firefox`.

use std::path::{Path, PathBuf};

use crate::run::{command, copy, must, read, root, write};
use crate::{manifest, panics, tools, types};

/// The WASM programs of the extension.
pub const PROGRAMS: [&str; 2] = ["card", "options"];

/// Exactly these: `--all-features` makes Binaryen 132 emit compact imports, which Chromium 156 refuses.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds both folders from nothing.
pub fn build() -> Result<(), String> {
    make(true)
}

/// The same with modules as the compiler leaves them: three times as large, and there in half the time. For trying
/// things; nothing is measured or shipped like this.
pub fn fast() -> Result<(), String> {
    make(false)
}

fn make(small: bool) -> Result<(), String> {
    tools::wasm_target()?;
    tools::npm()?;
    types::types()?;
    let parts = root().join("dist/parts");
    std::fs::create_dir_all(&parts).map_err(|e| format!("cannot make {}: {e}", parts.display()))?;
    wasm(&parts, small)?;
    scripts(&parts)?;
    playbook(&parts)?;
    for browser in ["chromium", "firefox"] {
        assemble(&parts, browser)?;
    }
    println!("built dist/chromium and dist/firefox");
    Ok(())
}

/// For whom a module's JavaScript is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Glue {
    /// A page that loads it as a script.
    Page,
    /// Node, by `require`.
    Node,
}

/// Rust → WASM → JavaScript glue → smaller WASM.
fn wasm(parts: &Path, small: bool) -> Result<(), String> {
    compile("cuecard-app", "--bins")?;
    for program in PROGRAMS {
        module(program, parts, Glue::Page, small)?;
    }
    Ok(())
}

/// Makes one compiled program into a module with its JavaScript, unless it is there.
pub fn module(program: &str, out: &Path, glue: Glue, small: bool) -> Result<(), String> {
    let input = target().join(format!("wasm32-unknown-unknown/wasm/{program}.wasm"));
    let module = out.join(format!("{program}_bg.wasm"));
    // Left beside a module that is not the small one.
    let large = out.join(format!("{program}.large"));
    if is_newer(&module, &input) && !(small && large.exists()) {
        return Ok(());
    }
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_path(&input)
        .out_name(program)
        .typescript(false)
        .demangle(false)
        .omit_default_module_path(false);
    match glue {
        Glue::Page => bindgen.web(true),
        Glue::Node => bindgen.nodejs(true),
    }
    .and_then(|b| b.generate_output())
    .and_then(|mut output| {
        panics::quiet(output.wasm_mut());
        output.emit(out)
    })
    .map_err(|e| format!("wasm-bindgen on {}: {e:?}", input.display()))?;
    if small {
        optimise(&module)?;
        let _ = std::fs::remove_file(&large);
        Ok(())
    } else {
        write(&large, "")
    }
}

/// Compiles what `kind` names of a package for WASM, as it is shipped.
pub fn compile(package: &str, kind: &str) -> Result<(), String> {
    // `-p` alone: in a workspace-wide build features unify and the module grows.
    let args = [
        "build",
        "--quiet",
        "--locked",
        "-p",
        package,
        kind,
        "--profile",
        "wasm",
        "--target",
        "wasm32-unknown-unknown",
    ];
    // Paths of the machine that builds have no place in what is shipped.
    let cargo = std::env::var("CARGO_HOME")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")))
        .unwrap_or_default();
    let flags = format!(
        "--remap-path-prefix={cargo}=cargo --remap-path-prefix={}=cuecard",
        root().display()
    );
    let done = command("cargo", &args)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
        .status()
        .map_err(|e| format!("`cargo` could not be started: {e}"))?;
    if done.success() {
        Ok(())
    } else {
        Err(format!("{package} does not build for WASM"))
    }
}

/// Whether a module was made from this input by this very program: then it is not made again, which takes half a minute.
fn is_newer(module: &Path, input: &Path) -> bool {
    let time = |path: &Path| std::fs::metadata(path).and_then(|m| m.modified()).ok();
    let made = time(module);
    let program = std::env::current_exe().ok();
    made.is_some()
        && [Some(input), program.as_deref()]
            .into_iter()
            .all(|source| source.and_then(time).is_some_and(|t| Some(t) < made))
}

/// Makes the module smaller. One that could not be is removed, so that it does not pass for finished.
fn optimise(module: &Path) -> Result<(), String> {
    shrink(module).inspect_err(|_| {
        let _ = std::fs::remove_file(module);
    })
}

fn shrink(module: &Path) -> Result<(), String> {
    let path = module.to_string_lossy();
    let mut args = vec![
        "node_modules/binaryen/bin/wasm-opt",
        "-Oz",
        "--converge",
        "--strip-debug",
        "--strip-producers",
    ];
    args.extend(WASM_FEATURES);
    args.extend([path.as_ref(), "-o", path.as_ref()]);
    must("node", &args)
}

/// Where cargo builds, also when `CARGO_TARGET_DIR` says otherwise.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |d| root().join(d))
}

/// The page driver and the background.
fn scripts(parts: &Path) -> Result<(), String> {
    for name in ["content", "background"] {
        let out = format!("--outfile={}", parts.join(format!("{name}.js")).display());
        must(
            // A native program or a script, as npm has installed it: so it is run by itself.
            "node_modules/.bin/esbuild",
            &[
                &format!("extension/{name}/main.ts"),
                "--bundle",
                "--format=iife",
                "--target=es2022",
                "--minify-syntax",
                "--legal-comments=none",
                "--log-level=warning",
                &out,
            ],
        )?;
    }
    Ok(())
}

/// The sample playbook, as Markdown and compiled.
fn playbook(parts: &Path) -> Result<(), String> {
    let path = root().join("static/playbook/wrenfield.md");
    let source = read(&path)?;
    let compiled = cuecard_playbook::compile(&source);
    if let Some(d) = compiled
        .diagnostics
        .iter()
        .find(|d| d.level == cuecard_playbook::Level::Error)
    {
        return Err(format!(
            "{}:{}: {} {}",
            path.display(),
            d.line,
            d.message,
            d.help
        ));
    }
    // Browser tests change this one and have it packed by `cargo xtask pack`.
    let json = serde_json::to_string(&compiled.playbook).map_err(|e| e.to_string())?;
    write(&parts.join("playbook.md"), &source)?;
    write(
        &parts.join("playbook.packed"),
        &cuecard_playbook::pack(&compiled.playbook),
    )?;
    write(&parts.join("playbook.json"), &json)
}

/// Packs a compiled playbook: JSON from the standard input, the packed form to the standard output.
pub fn pack() -> Result<(), String> {
    let json = std::io::read_to_string(std::io::stdin()).map_err(|e| e.to_string())?;
    let playbook = serde_json::from_str(&json).map_err(|e| format!("no compiled playbook: {e}"))?;
    print!("{}", cuecard_playbook::pack(&playbook));
    Ok(())
}

fn assemble(parts: &Path, browser: &str) -> Result<(), String> {
    let out = root().join("dist").join(browser);
    if out.exists() {
        std::fs::remove_dir_all(&out)
            .map_err(|e| format!("cannot empty {}: {e}", out.display()))?;
    }
    let extension = root().join("extension");
    copy(&extension.join("pages"), &out)?;
    for folder in ["_locales", "icons"] {
        copy(&extension.join(folder), &out.join(folder))?;
    }
    for file in [
        "content.js",
        "background.js",
        "playbook.md",
        "playbook.packed",
    ] {
        copy(&parts.join(file), &out.join(file))?;
    }
    for program in PROGRAMS {
        for file in [format!("{program}.js"), format!("{program}_bg.wasm")] {
            copy(&parts.join(&file), &out.join(&file))?;
        }
    }
    write(&out.join("manifest.json"), &manifest::manifest(browser)?)
}
