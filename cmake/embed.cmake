# needling_embed(TARGET library HEADER name.h NAMESPACE a::b [INDEX kName] FILES file...)
# At build time turns the files into constants of the library: `extern const std::string_view k<NameInUpperCamel>;` each, so that
# constants.csv becomes kConstantsCsv. Text and binary alike; a changed file is embedded again. INDEX adds a span of all of them,
# each a pair of "folder/file" and content, for readers that go through a folder.
function(needling_embed)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;HEADER;NAMESPACE;INDEX" "FILES")
  set(folder "${CMAKE_BINARY_DIR}/generated/${arg_TARGET}")
  get_filename_component(stem "${arg_HEADER}" NAME_WE)
  set(list_file "${folder}/${stem}.list")
  string(JOIN "\n" list ${arg_FILES})
  file(CONFIGURE OUTPUT "${list_file}" CONTENT "${list}\n" @ONLY) # written only when it changes: a new file among them is noticed
  add_custom_command(OUTPUT "${folder}/${arg_HEADER}" "${folder}/${stem}.cpp"
    COMMAND "${CMAKE_COMMAND}" "-DLIST=${list_file}" "-DHEADER=${folder}/${arg_HEADER}" "-DSOURCE=${folder}/${stem}.cpp"
      "-DNAMESPACE=${arg_NAMESPACE}" "-DINDEX=${arg_INDEX}" -P "${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake"
    DEPENDS ${arg_FILES} "${list_file}" "${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake"
    COMMENT "Embedding ${arg_HEADER}" VERBATIM)
  target_sources(${arg_TARGET} PRIVATE "${folder}/${stem}.cpp" "${folder}/${arg_HEADER}")
  target_include_directories(${arg_TARGET} PUBLIC "${folder}")
endfunction()
