// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the two sides agree on before they can talk: how a worker is called and how it ends.
#pragma once

namespace demarche {

// demarche --worker MEMORY PARENT: MiB, process id
inline constexpr const char* worker_argument = "--worker";
inline constexpr int worker_arguments = 4;

// The descriptor on which a worker finds its channel.
inline constexpr int worker_channel = 3;

// Exit status of a worker that found no more memory.
inline constexpr int out_of_memory_status = 77;

// Whether this build looks for memory errors, which takes address space without bounds
// and prints what it finds.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool has_address_sanitizer = true;
#elif defined(__has_feature)
inline constexpr bool has_address_sanitizer = __has_feature(address_sanitizer);
#else
inline constexpr bool has_address_sanitizer = false;
#endif

}  // namespace demarche
