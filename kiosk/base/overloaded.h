#pragma once
// Visiting a variant with one lambda a kind; a forgotten kind does not compile.

namespace kiosk {

template <class... F> struct overloaded : F... { using F::operator()...; };
template <class... F> overloaded(F...) -> overloaded<F...>;

}
