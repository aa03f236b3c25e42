// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "pipeline/version.hpp"

int main() { std::printf("demarche %s\n", demarche::program_version().data()); }
