//! Sizes of the WASM modules, of the package's own build (`-p`).

use crate::build::PROGRAMS;
use crate::run::{output, root};

/// Prints raw and brotli sizes in bytes.
pub fn size() -> Result<(), String> {
    println!("{:<10} {:>10} {:>10}", "module", "raw", "brotli");
    for program in PROGRAMS {
        let path = root().join(format!("dist/parts/{program}_bg.wasm"));
        let raw = std::fs::metadata(&path)
            .map_err(|e| format!("cannot read {}: {e}", path.display()))?
            .len();
        let script = "process.stdout.write(String(require('zlib').brotliCompressSync(require('fs').readFileSync(process.argv[1])).length))";
        let brotli = output("node", &["-e", script, &path.to_string_lossy()])
            .ok_or("node could not compress the module")?;
        println!("{program:<10} {raw:>10} {brotli:>10}");
    }
    Ok(())
}
