package cn.jixiao.spark;

import java.io.Serializable;

/// A file to import.
///
/// @param path as records name it
/// @param location a path of this machine's file system, or the address of a file of another storage
/// @param local whether every machine of the cluster sees it under that path
/// @param size in bytes
/// @param modified milliseconds since 1970
record FileRef(String path, String location, boolean local, long size, long modified) implements Serializable {
}
