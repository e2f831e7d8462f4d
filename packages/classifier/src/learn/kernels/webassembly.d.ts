/** What kernels.ts needs of a namespace that TypeScript knows for browsers only. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { initial: number });
    readonly buffer: ArrayBuffer;
  }
  /** `Exports`: what the module exports. */
  function instantiate<Exports>(
    bytes: Uint8Array,
    imports: { host: { memory: Memory } },
  ): Promise<{ instance: { exports: Exports } }>;
}
