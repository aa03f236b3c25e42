// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a worker may do once it has started: compute, map memory up to its limit, answer on its
// channel, and read the data files that the parsers of PDFs need. Each layer holds alone;
// what one system does not offer, or a mistake in one leaves open, the others still refuse:
//
//     user          root becomes nobody; no program that is run could gain rights
//     resources     memory; no core file, no file of any size written
//     Landlock      no file but those below the folders of fonts, encodings and OCR data, for
//                   reading; no TCP port; no signal to, no abstract socket of, another process
//     seccomp       system calls that reading needs, and no other; no opening for writing,
//                   no sockets, no processes or threads, no new executable memory
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace demarche {

// Gives up the rights of this process, which must have a single thread. There is no way back.
//
// memory   MiB that it may map
// parent   process with which this one shall end; when it has ended already, so does this
// returns  the layers that this system does not offer, in words for people
std::vector<std::string> enter_sandbox(std::uint32_t memory, pid_t parent);

// --- its layers; each returns whether the system offers it ---

// Files below the folders that reading needs, for reading, and nothing else.
bool restrict_files();
// The list of system calls. The last layer, because the others need more.
bool restrict_system_calls();

}  // namespace demarche
