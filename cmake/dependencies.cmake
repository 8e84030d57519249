# The one file that pins the C++ dependencies. By default they come from upstream by commit; FETCHCONTENT_SOURCE_DIR_<NAME> (set by ./dev
# from the private tool root, or by hand) hands over a folder with the same layout instead.
include(FetchContent)
set(FETCHCONTENT_QUIET OFF)

function(needling_pin name repository commit)
  # A source archive is pinned by its commit as a clone would be, is a tenth of the size and needs no git.
  FetchContent_Declare(${name} URL "https://github.com/${repository}/archive/${commit}.tar.gz"
    DOWNLOAD_EXTRACT_TIMESTAMP OFF SOURCE_SUBDIR needling-has-its-own-targets)
  FetchContent_MakeAvailable(${name})
  string(TOLOWER ${name} lower)
  set(${name}_DIR "${${lower}_SOURCE_DIR}" PARENT_SCOPE)
  set_property(GLOBAL APPEND PROPERTY NEEDLING_DEPENDENCIES "${name}=${${lower}_SOURCE_DIR}")
endfunction()

needling_pin(imgui ocornut/imgui 45acd5e0e82f4c954432533ae9985ff0e1aad6d5)     # v1.92.2b
needling_pin(doctest doctest/doctest 1da23a3e8119ec5cce4f9388e91b065e20bf06f5)  # v2.4.12
needling_pin(json nlohmann/json 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03)       # v3.11.3
needling_pin(glm g-truc/glm 0af55ccecd98d4e5a8d1fad7de25ba429d60e863)           # 1.0.1
if(EMSCRIPTEN)
  needling_pin(sdl2 libsdl-org/SDL 5d249570393f7a37e037abf22cd6012a4cc56a71)    # release-2.32.10
endif()

# Where build_site.mjs finds the licence texts.
get_property(needling_dependencies GLOBAL PROPERTY NEEDLING_DEPENDENCIES)
string(JOIN "\n" needling_dependencies_text ${needling_dependencies})
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/dependencies.txt" CONTENT "${needling_dependencies_text}\n" @ONLY)

# Others' code: compiled with their warnings off, included as SYSTEM so that its headers do not warn in ours.
add_library(third_party_doctest INTERFACE)
target_include_directories(third_party_doctest SYSTEM INTERFACE "${doctest_DIR}")
target_compile_definitions(third_party_doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)

add_library(third_party_json INTERFACE)
target_include_directories(third_party_json SYSTEM INTERFACE "${json_DIR}/include")
target_compile_definitions(third_party_json INTERFACE JSON_NOEXCEPTION)

add_library(third_party_glm INTERFACE)
target_include_directories(third_party_glm SYSTEM INTERFACE "${glm_DIR}")

if(EXISTS "${CMAKE_SOURCE_DIR}/src/ui/needling_imconfig.h")
  add_library(third_party_imgui STATIC "${imgui_DIR}/imgui.cpp" "${imgui_DIR}/imgui_draw.cpp" "${imgui_DIR}/imgui_tables.cpp"
    "${imgui_DIR}/imgui_widgets.cpp")
  target_include_directories(third_party_imgui SYSTEM PUBLIC "${imgui_DIR}")
  target_include_directories(third_party_imgui PUBLIC "${CMAKE_SOURCE_DIR}/src/ui")
  target_compile_definitions(third_party_imgui PUBLIC IMGUI_USER_CONFIG="needling_imconfig.h")
  target_compile_options(third_party_imgui PRIVATE -w -fno-exceptions -fno-rtti)
endif()

if(EMSCRIPTEN)
  # SDL2: the sources of Emscripten's own port, less audio, joystick, haptic, sensor, render and power.
  set(sdl2_sources SDL.c SDL_assert.c SDL_dataqueue.c SDL_error.c SDL_guid.c SDL_hints.c SDL_list.c SDL_log.c SDL_utils.c
    atomic/SDL_atomic.c atomic/SDL_spinlock.c cpuinfo/SDL_cpuinfo.c dynapi/SDL_dynapi.c
    events/SDL_clipboardevents.c events/SDL_displayevents.c events/SDL_dropevents.c events/SDL_events.c events/SDL_gesture.c
    events/SDL_keyboard.c events/SDL_keysym_to_scancode.c events/SDL_scancode_tables.c events/SDL_mouse.c events/SDL_quit.c
    events/SDL_touch.c events/SDL_windowevents.c file/SDL_rwops.c
    stdlib/SDL_crc16.c stdlib/SDL_crc32.c stdlib/SDL_getenv.c stdlib/SDL_iconv.c stdlib/SDL_malloc.c stdlib/SDL_qsort.c
    stdlib/SDL_stdlib.c stdlib/SDL_string.c stdlib/SDL_strtokr.c
    thread/SDL_thread.c thread/generic/SDL_syscond.c thread/generic/SDL_sysmutex.c thread/generic/SDL_syssem.c
    thread/generic/SDL_systhread.c thread/generic/SDL_systls.c timer/SDL_timer.c timer/unix/SDL_systimer.c
    video/SDL_RLEaccel.c video/SDL_blit.c video/SDL_blit_0.c video/SDL_blit_1.c video/SDL_blit_A.c video/SDL_blit_N.c
    video/SDL_blit_auto.c video/SDL_blit_copy.c video/SDL_blit_slow.c video/SDL_bmp.c video/SDL_clipboard.c video/SDL_egl.c
    video/SDL_fillrect.c video/SDL_pixels.c video/SDL_rect.c video/SDL_shape.c video/SDL_stretch.c video/SDL_surface.c
    video/SDL_video.c video/SDL_yuv.c video/emscripten/SDL_emscriptenevents.c video/emscripten/SDL_emscriptenframebuffer.c
    video/emscripten/SDL_emscriptenmouse.c video/emscripten/SDL_emscriptenopengles.c video/emscripten/SDL_emscriptenvideo.c
    loadso/dummy/SDL_sysloadso.c filesystem/emscripten/SDL_sysfilesystem.c main/dummy/SDL_dummy_main.c
    locale/SDL_locale.c locale/emscripten/SDL_syslocale.c misc/SDL_url.c misc/emscripten/SDL_sysurl.c)
  list(TRANSFORM sdl2_sources PREPEND "${sdl2_DIR}/src/")
  add_library(third_party_sdl2 STATIC ${sdl2_sources} "${CMAKE_SOURCE_DIR}/cmake/sdl2/unused_parts.c")
  target_include_directories(third_party_sdl2 SYSTEM PUBLIC "${sdl2_DIR}/include")
  target_compile_definitions(third_party_sdl2 PRIVATE SDL_LEAN_AND_MEAN=1)
  target_compile_options(third_party_sdl2 PRIVATE -w -sUSE_SDL=0 -fwrapv-pointer "SHELL:-include \"${CMAKE_SOURCE_DIR}/cmake/sdl2/needling_sdl_config.h\"")
  target_link_options(third_party_sdl2 INTERFACE -sUSE_SDL=0 -sGL_ENABLE_GET_PROC_ADDRESS=1)

  if(TARGET third_party_imgui)
    add_library(third_party_imgui_sdl2 STATIC "${imgui_DIR}/backends/imgui_impl_sdl2.cpp")
    target_include_directories(third_party_imgui_sdl2 SYSTEM PUBLIC "${imgui_DIR}/backends")
    target_compile_options(third_party_imgui_sdl2 PRIVATE -w -fno-exceptions -fno-rtti)
    target_link_libraries(third_party_imgui_sdl2 PUBLIC third_party_imgui third_party_sdl2)
  endif()
endif()
