#pragma once
// Errors as values. A function that can fail returns Result<T>; the caller must look at it.
// `what` is one sentence for people: it names the file, the place, the value seen and the remedy.

#include <string>
#include <utility>
#include <variant>

namespace kiosk {

/// What a caller can do about a failure: skip, retry, ask for help.
enum class Kind {
    NotFound,     ///< No such file or entry.
    Unreadable,   ///< It exists, but the system refuses to read or write it.
    Malformed,    ///< It was read, but it is not what its format demands.
    Invalid,      ///< It is well formed, but a value in it is wrong.
    Refused,      ///< Not allowed: too large, closed, forged, locked.
    Unavailable,  ///< Not now: try again later (service away, disk full).
};

struct Error {
    Kind kind;
    std::string what;
    bool operator==(Error const&) const = default;
};

/// A value or the reason why there is none. Member names follow std::expected.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& operator*() & { return std::get<0>(m_state); }
    T const& operator*() const& { return std::get<0>(m_state); }
    T&& operator*() && { return std::get<0>(std::move(m_state)); }
    T* operator->() { return &std::get<0>(m_state); }
    T const* operator->() const { return &std::get<0>(m_state); }
    Error const& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void> : public Result<std::monostate> {
public:
    Result() : Result<std::monostate>(std::monostate{}) {}
    Result(Error error) : Result<std::monostate>(std::move(error)) {}
};

/// Done, or the reason why not.
using Status = Result<void>;

}
