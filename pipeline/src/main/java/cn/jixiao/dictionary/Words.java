package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.List;

/// Words that a segmenter of Chinese must not cut apart (`值班律师`), from the text files below `dictionaries/words`:
/// one word a line; a line that begins with `#` is a remark.
///
/// @param words in the order of the files, each once
public record Words(List<String> words) {

    public static final Words NONE = new Words(List.of());

    public Words {
        words = words.stream().distinct().toList();
    }

    /// @throws DictionaryException at the first line that is more than one word
    public static Words load(Shelf shelf) {
        var words = new ArrayList<String>();
        for (var book : shelf.books("words", ".txt")) {
            words.addAll(read(book.name(), book.text()));
        }
        return new Words(words);
    }

    static List<String> read(String file, String text) {
        var words = new ArrayList<String>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var word = line.strip();
            if (word.isEmpty() || word.startsWith("#")) {
                continue;
            }
            if (word.codePoints().anyMatch(Character::isWhitespace)) {
                throw new DictionaryException(file, number, "one word a line, not '" + word + "'");
            }
            words.add(word);
        }
        return words;
    }
}
