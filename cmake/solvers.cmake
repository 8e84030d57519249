# The target needling_solvers, which the benchmarks compare with; there is none where the libraries are not found.
set(NEEDLING_SOLVERS "" CACHE PATH "A folder with include/ and lib/ of SUNDIALS (without MPI) and Boost, for the benchmarks alone; empty: none")
if(NOT NEEDLING_SOLVERS OR EMSCRIPTEN)
  return()
endif()
file(GLOB found CONFIGURE_DEPENDS "${NEEDLING_SOLVERS}/include/boost/numeric/odeint.hpp") # it may be made after the first configuration
find_package(SUNDIALS QUIET CONFIG PATHS "${NEEDLING_SOLVERS}" NO_DEFAULT_PATH)
if(NOT found OR NOT TARGET SUNDIALS::cvode_static)
  message(STATUS "no SUNDIALS and Boost in ${NEEDLING_SOLVERS}: the benchmarks compare with nothing")
  return()
endif()
# Without needling_flags: Boost needs exceptions, and its checks, which make it 23 times slower, go with NDEBUG alone.
file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/bench/solvers/*.cpp")
add_library(needling_solvers STATIC ${sources})
target_include_directories(needling_solvers PRIVATE "${CMAKE_SOURCE_DIR}/tests")
target_include_directories(needling_solvers SYSTEM PRIVATE "${NEEDLING_SOLVERS}/include")
target_compile_definitions(needling_solvers PUBLIC NEEDLING_HAS_SOLVERS=1)
target_compile_options(needling_solvers PRIVATE -Wall -Wextra -Wno-psabi -Wno-uninitialized -Wno-maybe-uninitialized) # copies of new steppers
target_link_libraries(needling_solvers PUBLIC needling_model PRIVATE SUNDIALS::cvode_static SUNDIALS::core_static)
