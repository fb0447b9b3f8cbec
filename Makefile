# gouji: the developer's front door. `make help` lists the targets.
#
# Everything built goes to $(BUILD).

BUILD   ?= build
CC      ?= gcc
MODE    ?= release
VERSION := $(shell cat VERSION)

PKGS    := lua5.4 libcjson libcmark libutf8proc libpcre2-8 nettle
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wformat=2 -Werror
CFLAGS_release := -O2 -g
CFLAGS_debug   := -O0 -g3
CFLAGS_asan    := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
CFLAGS_fuzz    := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all
CPPFLAGS += -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -DGJ_VERSION='"$(VERSION)"' $(shell pkg-config --cflags $(PKGS)) -include core/base/banned.h
CFLAGS  += -std=c11 $(WARN) $(CFLAGS_$(MODE))
LDLIBS  += $(shell pkg-config --libs $(PKGS)) -ldl -lm

SOURCES := $(sort $(wildcard core/*.c core/*/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY := $(BUILD)/libgouji.a

.PHONY: all help unit test asan lint format tidy bench fuzz-build clean install
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:

all: $(LIBRARY)

help:            ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*## */\t/' | expand -t 18

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Unit tests: one program a file, linked with the library.
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(sort $(wildcard tests/unit/test_*.c)))
SUPPORT := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/unit/support_*.c)))

$(BUILD)/tests/unit/%: tests/unit/%.c $(SUPPORT) $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -o $@ $< $(SUPPORT) $(LIBRARY) $(LDFLAGS) $(LDLIBS) -lcmocka

unit: $(UNIT)    ## build the unit tests

test: all unit lint  ## build, lint, run every test; ends with N passed, N failed
	@$(MAKE) -s BUILD=build/asan MODE=asan unit
	@tests/run

asan:            ## build everything with ASan and UBSan into build/asan
	@$(MAKE) BUILD=build/asan MODE=asan unit

lint:            ## layers, banned functions, formatting, luacheck, clang with our warnings
	@tools/lint

tidy:            ## clang-tidy over the C code (slow)
	@clang-tidy --quiet $(SOURCES) -- -std=c11 $(CPPFLAGS)

format:          ## clang-format in place
	clang-format -i $(shell git ls-files '*.c' '*.h')


-include $(OBJECTS:.o=.d) $(UNIT:=.d) $(SUPPORT:.o=.d)

clean:           ## remove what was built
	rm -rf build
