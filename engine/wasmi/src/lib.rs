//! The part of `wasmi` that typst's plugins name. No module can be loaded, and what would come of
//! one has no values, so that nothing behind the loading can be reached.

use std::fmt;
use std::marker::PhantomData;

/// Says that there are no plugins.
#[derive(Debug)]
pub struct Error;

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("this program runs no plugins")
    }
}

/// Settings of the interpreter.
#[derive(Debug, Default)]
pub struct Config;

impl Config {
    /// Sets nothing.
    pub fn wasm_relaxed_simd(&mut self, _enable: bool) {}
}

/// The interpreter.
#[derive(Debug)]
pub struct Engine;

impl Engine {
    /// Makes the interpreter.
    pub fn new(_config: &Config) -> Engine {
        Engine
    }
}

/// A loaded module, of which there is none.
#[derive(Debug)]
pub enum Module {}

impl Module {
    /// Refuses every module.
    pub fn new(_engine: &Engine, _bytes: &[u8]) -> Result<Module, Error> {
        Err(Error)
    }

    /// Would find what a module exports under a name.
    pub fn get_export(&self, _name: &str) -> Option<ExternType> {
        match *self {}
    }

    /// Would list what a module exports.
    pub fn exports(&self) -> std::iter::Empty<ExportType> {
        match *self {}
    }
}

/// The kind of something that a module exports.
#[derive(Debug)]
pub enum ExternType {
    /// A function.
    Func(Func),
    /// A memory.
    Memory(Memory),
}

/// What a module exports, with its name.
#[derive(Debug)]
pub enum ExportType {}

impl ExportType {
    /// Would give the name.
    pub fn name(&self) -> &str {
        match *self {}
    }

    /// Would give the kind.
    pub fn ty(&self) -> &ExternType {
        match *self {}
    }
}

/// Joins modules with functions of the host.
#[derive(Debug)]
pub struct Linker<T> {
    engine: Engine,
    data: PhantomData<fn() -> T>,
}

impl<T> Linker<T> {
    /// Makes a linker.
    pub fn new(_engine: &Engine) -> Linker<T> {
        Linker { engine: Engine, data: PhantomData }
    }

    /// Returns the interpreter.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Takes a function that no module will call.
    pub fn func_wrap<F>(
        &mut self,
        _module: &str,
        _name: &str,
        _function: F,
    ) -> Result<&mut Linker<T>, Error> {
        Ok(self)
    }

    /// Would start a module.
    pub fn instantiate_and_start(
        &self,
        _store: &mut Store<T>,
        module: &Module,
    ) -> Result<Instance, Error> {
        match *module {}
    }
}

/// Data of the host.
#[derive(Debug)]
pub struct Store<T>(T);

impl<T> Store<T> {
    /// Keeps data of the host.
    pub fn new(_engine: &Engine, data: T) -> Store<T> {
        Store(data)
    }

    /// Returns the data of the host.
    pub fn data_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

/// A running module, of which there is none.
#[derive(Debug)]
pub enum Instance {}

impl Instance {
    /// Would find what a module exports under a name.
    pub fn get_export<T>(&self, _store: &Store<T>, _name: &str) -> Option<Extern> {
        match *self {}
    }
}

/// Who calls a function of the host.
#[derive(Debug)]
pub struct Caller<T> {
    never: Instance,
    data: PhantomData<T>,
}

impl<T> Caller<T> {
    /// Would find what the caller exports under a name.
    pub fn get_export(&self, _name: &str) -> Option<Extern> {
        match self.never {}
    }

    /// Would return the data of the host.
    pub fn data_mut(&mut self) -> &mut T {
        match self.never {}
    }
}

/// Something that a running module exports.
#[derive(Debug)]
pub enum Extern {}

impl Extern {
    /// Would be a function.
    pub fn into_func(self) -> Option<Func> {
        match self {}
    }

    /// Would be a memory.
    pub fn into_memory(self) -> Option<Memory> {
        match self {}
    }
}

/// A function of a module.
#[derive(Debug)]
pub enum Func {}

impl Func {
    /// Would give the signature.
    pub fn ty<T>(&self, _store: &Store<T>) -> FuncType {
        match *self {}
    }

    /// Would call the function.
    pub fn call<T>(
        &self,
        _store: &mut Store<T>,
        _inputs: &[Val],
        _outputs: &mut [Val],
    ) -> Result<(), Error> {
        match *self {}
    }
}

/// The signature of a function.
#[derive(Debug)]
pub enum FuncType {}

impl FuncType {
    /// Would list the types of the parameters.
    pub fn params(&self) -> &[ValType] {
        match *self {}
    }

    /// Would list the types of the results.
    pub fn results(&self) -> &[ValType] {
        match *self {}
    }
}

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValType {
    /// An integer of 32 bits.
    I32,
}

/// A value.
#[derive(Clone, Debug)]
pub enum Val {
    /// An integer of 32 bits.
    I32(i32),
    /// Any other value.
    Other,
}

/// The memory of a module.
#[derive(Debug)]
pub enum Memory {}

impl Memory {
    /// Would give the number of pages.
    pub fn size<T>(&self, _store: &Store<T>) -> u64 {
        match *self {}
    }

    /// Would add pages.
    pub fn grow<T>(&self, _store: &mut Store<T>, _pages: u64) -> Result<u64, Error> {
        match *self {}
    }

    /// Would give the bytes.
    pub fn data<'a, T>(&self, _store: &'a Store<T>) -> &'a [u8] {
        match *self {}
    }

    /// Would give the bytes to be changed.
    pub fn data_mut<'a, T>(&self, _store: &'a mut Store<T>) -> &'a mut [u8] {
        match *self {}
    }

    /// Would read bytes.
    pub fn read<T>(
        &self,
        _caller: &Caller<T>,
        _offset: usize,
        _bytes: &mut [u8],
    ) -> Result<(), Error> {
        match *self {}
    }

    /// Would write bytes.
    pub fn write<T>(
        &self,
        _caller: &mut Caller<T>,
        _offset: usize,
        _bytes: &[u8],
    ) -> Result<(), Error> {
        match *self {}
    }
}
