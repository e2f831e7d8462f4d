// The part of the WebAssembly interface that we use; TypeScript has it only in its library for browsers.
declare namespace WebAssembly {
  interface Module {
    readonly [moduleBrand]: true;
  }
  const moduleBrand: unique symbol;
  type Exports = Record<string, unknown>;
  type Imports = Record<string, Record<string, unknown>>;
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Exports;
  }
  class RuntimeError extends Error {}
  function compile(bytes: Uint8Array): Promise<Module>;
}
