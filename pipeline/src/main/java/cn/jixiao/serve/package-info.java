/// The pages: what was imported, looked at, compared and checked in a browser, and the same as JSON below `/api`.
///
/// In: requests of a browser on this machine, or of whoever knows the password. Out: pages rendered here, with little
/// script, that load nothing from elsewhere. [cn.jixiao.serve.Server] starts it; [cn.jixiao.serve.Site] is what every page
/// is given; a [cn.jixiao.serve.Feature] adds the routes of one page; [cn.jixiao.serve.Guard] stands before all of them.
/// Not done here: reading, searching, comparing and importing, which are what the command line uses too.
@NullMarked
package cn.jixiao.serve;

import org.jspecify.annotations.NullMarked;
