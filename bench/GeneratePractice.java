import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an invented dental practice of any size in the layout {@code dentrix-csv/1}.
 *
 * <p>The same seed and profile give the same bytes on every machine. Rows are streamed family by family, so the heap
 * does not grow with the number of patients, and a larger practice of the same seed starts with the families of the
 * smaller one. Nothing outside the JDK is needed: {@code java bench/GeneratePractice.java --help}.
 */
public final class GeneratePractice {
    private static final int WRONG_USAGE = 64;
    private static final int CANNOT_WRITE = 74;

    private GeneratePractice() {}

    public static void main(String[] args) {
        if (List.of(args).contains("--help")) {
            System.out.print(Request.HELP);
            return;
        }
        try {
            Request request = Request.of(args);
            long start = System.nanoTime();
            List<CsvFile> files = write(request);
            report(files, (System.nanoTime() - start) / 1e9, System.out);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(Request.HELP);
            System.exit(WRONG_USAGE);
        } catch (IOException failed) {
            System.err.println("cannot write the practice: " + failed);
            System.exit(CANNOT_WRITE);
        }
    }

    private static List<CsvFile> write(Request request) throws IOException {
        Files.createDirectories(request.out());
        try (Export export = new Export(request.out())) {
            new Office(export, new Dice(request.seed())).write();
            Families families = new Families(request, export);
            while (families.hasNext()) {
                families.writeNext();
            }
            export.finish();
            if (request.zip()) {
                export.pack(request.out().resolveSibling(request.out().getFileName() + ".zip"));
            }
            return export.files();
        }
    }

    private static void report(List<CsvFile> files, double seconds, PrintStream out) {
        long rows = 0;
        for (CsvFile file : files) {
            out.printf(Locale.ROOT, "%-28s %,14d%n", file.name(), file.rows());
            rows += file.rows();
        }
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            peak += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        out.printf(Locale.ROOT, "%-28s %,14d%n", "all", rows);
        out.printf(Locale.ROOT, "%.1f s, %,.0f rows/s, heap never over %d MB%n", seconds, rows / seconds, peak >> 20);
    }
}

/** What the caller asked for. */
record Request(long patients, long seed, Path out, boolean zip, boolean rich) {
    static final String HELP = """
        usage: java bench/GeneratePractice.java --patients N --seed S --out FOLDER [--zip] [--profile plain|rich]

          --patients N      rows of patients.csv, at least 1
          --seed S          whole number; the same seed gives the same bytes
          --out FOLDER      gets 24 CSV files and manifest.json; files of the same name are replaced
          --zip             also writes FOLDER.zip with the same files at its top level
          --profile plain   clean data (default)
          --profile rich    adds names beyond ASCII, long notes, patients without e-mail, flagged duplicates
                            and a few insurance claims that are still open
          --help            this text

        Exit codes: 0 written, 64 wrong usage, 74 cannot write.
        """;

    static Request of(String... args) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--zip" -> given.put(args[i], "");
                case "--patients", "--seed", "--out", "--profile" -> {
                    if (i + 1 == args.length) {
                        throw new IllegalArgumentException(args[i] + " needs a value");
                    }
                    given.put(args[i], args[++i]);
                }
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        long patients = number(given, "--patients");
        if (patients < 1) {
            throw new IllegalArgumentException("--patients must be at least 1");
        }
        String profile = given.getOrDefault("--profile", "plain");
        if (!List.of("plain", "rich").contains(profile)) {
            throw new IllegalArgumentException("--profile is plain or rich");
        }
        Path out = Path.of(required(given, "--out")).toAbsolutePath().normalize();
        return new Request(patients, number(given, "--seed"), out, given.containsKey("--zip"), profile.equals("rich"));
    }

    private static String required(Map<String, String> given, String option) {
        String value = given.get(option);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(option + " is missing");
        }
        return value;
    }

    private static long number(Map<String, String> given, String option) {
        try {
            return Long.parseLong(required(given, option));
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(option + " needs a whole number", wrong);
        }
    }
}

/** The fixed days of every generated practice, as days since 1970-01-01. */
final class Calendar {
    static final int FIRST = day(2019, 1, 7);
    static final int BOOKS_CARRIED = day(2026, 1, 1);
    static final int TODAY = day(2026, 11, 13);
    static final String EXPORTED_AT = "2026-11-14T01:00:00Z";
    /** Sundays on which the clocks change; the practice sees emergencies on them. */
    static final int[] CLOCK_CHANGES = {
        day(2025, 3, 9), day(2025, 11, 2), day(2026, 3, 8), day(2026, 11, 1), day(2027, 3, 14)
    };

    private Calendar() {}

    static int day(int year, int month, int dayOfMonth) {
        return (int) LocalDate.of(year, month, dayOfMonth).toEpochDay();
    }

    /** The day itself, or the Friday before when it is on a weekend. */
    static int workday(int day) {
        int weekday = Math.floorMod(day + 3, 7);
        return weekday < 5 ? day : day - (weekday - 4);
    }
}

/** Repeatable random numbers (SplitMix64), the same on every Java version. Not for several threads. */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** Starts again at a place that depends only on the two numbers. */
    void restart(long seed, long number) {
        state = seed ^ (number * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
        next();
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 up to, not including, the bound. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** From the first to the second number, both included. */
    int between(int low, int high) {
        return high <= low ? low : low + below(high - low + 1);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    <T> T of(T[] choices) {
        return choices[below(choices.length)];
    }

    <T> T[] shuffled(T[] given) {
        T[] copy = given.clone();
        for (int i = copy.length - 1; i > 0; i--) {
            int j = below(i + 1);
            T kept = copy[i];
            copy[i] = copy[j];
            copy[j] = kept;
        }
        return copy;
    }
}

/** One CSV file being written: UTF-8, LF line ends, counted rows, and a hash of the bytes. Not for several threads. */
final class CsvFile implements Closeable {
    private static final int FIRST_DAY = Calendar.day(1900, 1, 1);
    private static final byte[] DAYS = days();

    private final String name;
    private final int columns;
    private final OutputStream out;
    private final MessageDigest hash;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] digits = new byte[20];
    private int used;
    private int column;
    private long rows;

    CsvFile(Path folder, String name, String header) throws IOException {
        this.name = name;
        this.columns = header.split(",").length;
        this.out = Files.newOutputStream(folder.resolve(name));
        try {
            this.hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
        ascii(header);
        put('\n');
    }

    String name() {
        return name;
    }

    long rows() {
        return rows;
    }

    CsvFile text(String value) throws IOException {
        separate();
        boolean quoted = false;
        boolean ascii = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            quoted |= c == ',' || c == '"' || c == '\n' || c == '\r';
            ascii &= c < 128;
        }
        if (!quoted && ascii) {
            ascii(value);
        } else {
            String cell = quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
            for (byte b : cell.getBytes(StandardCharsets.UTF_8)) {
                put(b);
            }
        }
        return this;
    }

    CsvFile number(long value) throws IOException {
        separate();
        decimal(value, 0);
        return this;
    }

    CsvFile id(String prefix, long number) throws IOException {
        separate();
        ascii(prefix);
        decimal(number, 0);
        return this;
    }

    /** An id that may be absent, written as 0 by the caller. */
    CsvFile idOrEmpty(long number) throws IOException {
        return number == 0 ? empty() : number(number);
    }

    CsvFile money(long cents) throws IOException {
        separate();
        if (cents < 0) {
            put('-');
        }
        long whole = Math.abs(cents);
        decimal(whole / 100, 0);
        put('.');
        decimal(whole % 100, 2);
        return this;
    }

    /** A day as {@code YYYY-MM-DD}; 0 means not recorded. */
    CsvFile date(int day) throws IOException {
        separate();
        if (day != 0) {
            putDay(day);
        }
        return this;
    }

    CsvFile time(int minuteOfDay) throws IOException {
        separate();
        putTime(minuteOfDay);
        return this;
    }

    CsvFile dateTime(int day, int minuteOfDay) throws IOException {
        separate();
        putDay(day);
        put('T');
        putTime(minuteOfDay);
        ascii(":00");
        return this;
    }

    CsvFile flag(boolean value) throws IOException {
        separate();
        ascii(value ? "true" : "false");
        return this;
    }

    CsvFile empty() throws IOException {
        separate();
        return this;
    }

    CsvFile empty(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            separate();
        }
        return this;
    }

    void end() throws IOException {
        if (column != columns) {
            throw new IllegalStateException(name + " has " + columns + " columns, row has " + column);
        }
        put('\n');
        column = 0;
        rows++;
    }

    String manifestEntry() {
        String sum = HexFormat.of().formatHex(hash.digest());
        return "  {\"name\": \"" + name + "\", \"rows\": " + rows + ", \"sha256\": \"" + sum + "\"}";
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }

    private void separate() throws IOException {
        if (column++ > 0) {
            put(',');
        }
    }

    private void put(int b) throws IOException {
        if (used == buffer.length) {
            flush();
        }
        buffer[used++] = (byte) b;
    }

    private void flush() throws IOException {
        hash.update(buffer, 0, used);
        out.write(buffer, 0, used);
        used = 0;
    }

    private void ascii(String value) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            put(value.charAt(i));
        }
    }

    private void decimal(long value, int width) throws IOException {
        int at = digits.length;
        long rest = value;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0 || digits.length - at < width);
        while (at < digits.length) {
            put(digits[at++]);
        }
    }

    private void putDay(int day) throws IOException {
        int at = (day - FIRST_DAY) * 10;
        for (int i = 0; i < 10; i++) {
            put(DAYS[at + i]);
        }
    }

    private void putTime(int minuteOfDay) throws IOException {
        decimal(minuteOfDay / 60, 2);
        put(':');
        decimal(minuteOfDay % 60, 2);
    }

    private static byte[] days() {
        StringBuilder text = new StringBuilder();
        LocalDate end = LocalDate.of(2030, 1, 1);
        for (LocalDate day = LocalDate.ofEpochDay(FIRST_DAY); day.isBefore(end); day = day.plusDays(1)) {
            text.append(day);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

/** The 24 files of one export and their manifest. */
final class Export implements Closeable {
    private final Path folder;
    private final List<CsvFile> files = new ArrayList<>();

    final CsvFile practice;
    final CsvFile providers;
    final CsvFile staff;
    final CsvFile employers;
    final CsvFile referralSources;
    final CsvFile patients;
    final CsvFile patientFields;
    final CsvFile insurancePlans;
    final CsvFile patientInsurance;
    final CsvFile procedureCodes;
    final CsvFile treatmentPlans;
    final CsvFile procedures;
    final CsvFile appointments;
    final CsvFile appointmentProcedures;
    final CsvFile recallTypes;
    final CsvFile recalls;
    final CsvFile medicalAlerts;
    final CsvFile medications;
    final CsvFile clinicalNotes;
    final CsvFile ledger;
    final CsvFile guarantorBalances;
    final CsvFile claims;
    final CsvFile imagesManifest;
    final CsvFile definitions;

    Export(Path folder) throws IOException {
        this.folder = folder;
        practice = open("practice", "location_id,name,address_1,address_2,city,state,postal_code,phone,time_zone");
        providers = open(
                "providers",
                "provider_id,last_name,first_name,middle_initial,suffix,short_name,email,is_secondary,"
                        + "is_non_person,specialty,npi,work_phone,inactive");
        staff = open("staff", "staff_id,last_name,first_name,title,email,provider_id,inactive");
        employers = open("employers", "employer_id,name,address_1,address_2,city,state,postal_code,phone");
        referralSources = open(
                "referral_sources",
                "referral_id,kind,name,first_name,title,specialty,email,phone,address_1,address_2,city,state,"
                        + "postal_code");
        patients = open(
                "patients",
                "patient_id,patient_guid,chart_number,last_name,first_name,middle_initial,preferred_name,title,"
                        + "salutation,gender,birth_date,status,family_position,guarantor_id,secondary_guarantor_id,"
                        + "family_id,is_guarantor,is_head_of_household,email,home_phone,work_phone,work_phone_ext,"
                        + "mobile_phone,other_phone,fax,address_1,address_2,city,state,postal_code,"
                        + "primary_provider_id,secondary_provider_id,location_id,employer_id,referred_by_patient_id,"
                        + "referred_by_source_id,first_visit_date,last_visit_date,last_missed_date,"
                        + "missed_appointments,no_calls,no_correspondence,preferred_contact,ssn,note,"
                        + "duplicate_of_id,modified_at");
        patientFields = open("patient_fields", "patient_id,field_name,value,value_type");
        insurancePlans = open(
                "insurance_plans",
                "plan_id,carrier_id,carrier_name,plan_name,group_name,group_number,payer_id,kind,employer_id,phone,"
                        + "phone_ext,contact,address_1,address_2,city,state,postal_code,renewal_month,"
                        + "max_per_person,max_per_family,deductible_per_person,deductible_per_family,"
                        + "source_of_payment");
        patientInsurance = open(
                "patient_insurance",
                "patient_id,rank,kind,insured_id,plan_id,subscriber_patient_id,subscriber_number,relation,"
                        + "benefits_used,deductible_met");
        procedureCodes = open(
                "procedure_codes",
                "procedure_code,source_id,abbreviation,description,category,treatment_area,default_fee,inactive");
        treatmentPlans = open(
                "treatment_plans",
                "treatment_plan_id,patient_id,name,status,source_status,is_default,created_date,status_date,"
                        + "status_comment,expires_date,provider_id,total_amount,insurance_estimate,modified_at");
        procedures = open(
                "procedures",
                "procedure_id,patient_id,guarantor_id,provider_id,procedure_code,state,source_state,entry_date,"
                        + "procedure_date,completed_date,tooth,surface,amount,insurance_estimate_primary,"
                        + "insurance_estimate_secondary,insurance_paid_primary,insurance_paid_secondary,"
                        + "patient_portion,write_off,claim_id,treatment_plan_id,treatment_plan_order,"
                        + "moved_to_history,note,modified_at");
        appointments = open(
                "appointments",
                "appointment_id,patient_id,patient_name,provider_id,additional_provider_id,operatory_id,"
                        + "location_id,start_date,start_time,length_minutes,status,source_status,broken_date,type,"
                        + "reason,amount,is_recall,note,created_at,created_by,modified_at");
        appointmentProcedures = open("appointment_procedures", "appointment_id,seq,procedure_code,procedure_id");
        recallTypes = open("recall_types", "recall_type_id,name,description,interval_count,interval_unit");
        recalls = open(
                "recalls",
                "patient_id,recall_type_id,last_visit_date,due_date,interval_days,provider_id,appointment_id,"
                        + "status,modified_at");
        medicalAlerts =
                open("medical_alerts", "alert_id,patient_id,kind,description,active,critical,start_date,end_date,note");
        medications = open("medications", "rx_id,patient_id,provider_id,rx_date,drug_name,sig,dispense,refills,note");
        clinicalNotes = open("clinical_notes", "note_id,patient_id,provider_id,kind,note_at,locked,text");
        ledger = open(
                "ledger",
                "entry_id,patient_id,guarantor_id,entry_date,kind,amount,description,procedure_id,procedure_code,"
                        + "provider_id,claim_id,reference,moved_to_history");
        guarantorBalances = open(
                "guarantor_balances",
                "guarantor_id,balance_0_30,balance_31_60,balance_61_90,balance_over_90,insurance_pending,"
                        + "last_payment_date,last_payment_amount,billing_type,aged_on");
        claims = open(
                "claims", "claim_id,patient_id,plan_id,rank,service_date,sent_date,status,billed,estimated,received");
        imagesManifest = open(
                "images_manifest",
                "image_id,patient_id,kind,taken_date,description,file_name,size_bytes,sha256,archive_url");
        definitions = open("definitions", "domain,code,text,mapped_to");
    }

    List<CsvFile> files() {
        return files;
    }

    /** Closes the files and writes the manifest. */
    void finish() throws IOException {
        close();
        StringBuilder text = new StringBuilder("""
            {
             "layout": "dentrix-csv/1",
             "source_product": "other",
             "source_version": "invented practice",
             "exported_at": "%s",
             "practice_time_zone": "America/Chicago",
             "currency": "USD",
             "files": [
            """.formatted(Calendar.EXPORTED_AT));
        for (CsvFile file : files) {
            text.append(file == files.get(0) ? "" : ",\n").append(file.manifestEntry());
        }
        Files.writeString(folder.resolve("manifest.json"), text.append("\n ]\n}\n"));
    }

    /** Packs the written files; entry times are fixed so that the archive repeats byte for byte. */
    void pack(Path archive) throws IOException {
        List<String> names = new ArrayList<>(List.of("manifest.json"));
        files.forEach(file -> names.add(file.name()));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(LocalDateTime.of(2026, 11, 13, 19, 0));
                zip.putNextEntry(entry);
                Files.copy(folder.resolve(name), zip);
                zip.closeEntry();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (CsvFile file : files) {
            file.close();
        }
    }

    private CsvFile open(String name, String header) throws IOException {
        CsvFile file = new CsvFile(folder, name + ".csv", header);
        files.add(file);
        return file;
    }
}

/**
 * Invented telephone numbers that a number checker accepts: area codes in use, exchange 555, lines 0100 to 0199.
 *
 * <p>Home and mobile numbers come from different area codes, so one is never the other.
 */
final class Phones {
    private static final String[] AREAS = """
        201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 220 223 224 225 227 228 229 231 234
        235 239 240 248 251 252 253 254 256 260 262 267 269 270 272 274 276 279 281 283 301 302 303 304 305 307
        308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 326 327 330 331 332 334 336 337 339 341 346
        347 351 352 360 361 364 380 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424
        425 430 432 434 435 440 442 443 445 447 448 458 463 464 469 470 475 478 479 480 484 501 502 503 504 505
        507 508 509 510 512 513 515 516 517 518 520 530 531 534 539 540 541 551 559 561 562 563 564 567 570 571
        573 574 575 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 628
        629 630 631 636 640 641 646 650 651 657 660 661 662 667 669 678 680 681 682 689 701 702 703 704 706 707
        708 712 713 714 715 716 717 718 719 720 724 725 726 727 731 732 734 737 740 743 747 754 757 760 762 763
        765 769 770 772 773 774 775 779 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818
        820 828 830 831 832 838 843 845 847 848 850 854 856 857 858 859 860 862 863 864 865 870 872 878 901 903
        904 906 907 908 909 910 912 913 914 915 916 917 918 919 920 925 928 929 930 931 934 936 937 938 940 941
        947 949 951 952 954 956 959 970 971 972 973 978 979 980 984 985 986 989
        """.trim().split("\\s+");
    private static final int HALF = AREAS.length / 2;
    static final int SLOTS = HALF * 100;

    private Phones() {}

    static String home(long slot) {
        return write(AREAS[2 * (int) (slot % HALF)], (int) (slot % SLOTS / HALF));
    }

    static String mobile(long slot) {
        return write(AREAS[2 * (int) (slot % HALF) + 1], (int) (slot % SLOTS / HALF));
    }

    private static String write(String area, int line) {
        return "(" + area + ") 555-01" + (line < 10 ? "0" : "") + line;
    }
}

/** Word lists; every name is put together here and belongs to no one. */
final class Words {
    static final String[] WOMEN = """
        Ada Agnes Alma Amelia Anita Audrey Beatrix Bianca Bridget Camille Carla Celia Clara Cora Dahlia Daphne
        Delia Dora Edith Elena Elise Elsie Esther Etta Faye Fiona Flora Freya Gemma Greta Gwen Hanna Hazel Heidi
        Helena Ida Imogen Ingrid Irene Iris Ivy Jana Joan Josefa Judith June Kaia Kate Keiko Lara Laura Leonie
        Lina Lois Louisa Lucia Mabel Maeve Marta Maud Mina Mira Nadia Nell Nina Nora Odette Olga Olive Opal
        Paula Pearl Petra Phoebe Priya Ramona Rhea Rita Rosa Ruth Selma Sofia Stella Sybil Tamar Tessa Thea
        Ursula Vera Viola Wanda Willa Wren Yara Yvonne Zadie Zelda Zora Tabitha Maribel
        """.trim().split("\\s+");
    static final String[] MEN = """
        Abel Adrian Albert Alvin Amos Anders Anton Arlo Asher August Axel Basil Benno Boris Bruno Byron Caleb
        Carl Cedric Clive Conrad Cyril Dale Darius Desmond Dexter Edgar Edwin Elias Emil Ernest Ezra Felix Finn
        Floyd Frank Gavin Gideon Gilbert Glen Gordon Hal Harvey Hector Henry Homer Hugo Ian Ira Isaac Ivan Jasper
        Jerome Joel Jonas Julian Karl Keith Kenji Kurt Lance Leon Lewis Linus Lloyd Luther Malik Marcel Martin
        Milo Morris Ned Neil Nils Noel Omar Orson Oscar Otis Owen Percy Philip Quentin Ralph Ray Rex Roland Rory
        Rufus Samir Saul Silas Simon Stefan Theo Tobias Vernon Victor Walter Wesley Yusuf
        """.trim().split("\\s+");
    private static final String[] NAME_HEADS =
            "Ash Brad Cald Dun Ed Fair Gold Hart Kirk Lang Marl Nor Oak Pem Rad Stan Thorn Under Wal Win Hol"
                    .split(" ");
    private static final String[] NAME_TAILS =
            "bury ford ham ley more stone ton well wood worth by combe field mere wick".split(" ");
    /** Names beyond ASCII, each followed by its spelling for an e-mail address. */
    static final String[][] RICH_FIRST = {
        {"Zoë", "zoe"}, {"José", "jose"}, {"Anaïs", "anais"}, {"Søren", "soren"}, {"Łucja", "lucja"},
        {"Jean-Luc", "jeanluc"}, {"Máire", "maire"}, {"D'Andre", "dandre"}, {"Ngọc", "ngoc"}, {"明美", "akemi"},
        {"Ольга", "olga"}, {"Mary Ann", "maryann"}
    };

    static final String[][] RICH_LAST = {
        {"O'Marley", "omarley"},
        {"Núñez", "nunez"},
        {"Müller-Holbrook", "muellerholbrook"},
        {"D’Arcourt", "darcourt"},
        {"Ångstrand", "angstrand"},
        {"Nguyễn", "nguyen"},
        {"山田", "yamada"},
        {"王", "wang"},
        {"Łukasik", "lukasik"},
        {"Okonkwo-Hartley", "okonkwohartley"},
        {"de la Cruzada", "delacruzada"},
        {"St. Fairham", "stfairham"}
    };
    static final String[] STREETS =
            ("Alder Street,Birch Lane,Cedar Avenue,Dogwood Court,Elm Street,Foundry Road,Garden Way,Hickory Drive,"
                            + "Ivy Lane,Juniper Street,Kiln Road,Larch Avenue,Mill Road,North Meadow Drive,"
                            + "Orchard Street,Prairie View,Quarry Road,River Bend,Sycamore Street,Tanner Lane")
                    .split(",");
    static final String[][] TOWNS = {
        {"Alder Falls", "OK", "74099"}, {"Fennimill", "OK", "74098"}, {"Oxhollow", "KS", "67399"},
        {"Larkmoor", "MO", "64899"}, {"Bramblesford", "AR", "72799"}, {"Quarry Bend", "OK", "74097"}
    };
    static final String[] PLACES =
            ("Larkmoor,Fennimill,Oxhollow,Bramblesford,Tarnwick,Mosswater,Pellhaven,Gristley,Hobbarth,Quillmere,"
                            + "Rushcombe,Sallowby,Thistledown,Umberleigh,Vexford,Wynnscote,Yarrowdale,Zinnbrook,"
                            + "Applegarth,Bellwether,Copperlea,Dunnock,Emberfield,Foxglade,Greywether,Harrowgill,"
                            + "Inkpen,Jackdaw,Kestrelby,Lanternhill")
                    .split(",");
    static final String[] TRADES =
            ("Tool Works,Foods,Freight,School District,Paper Mill,Farm Supply,Credit Union,Roofing,Software,"
                            + "Medical Transport")
                    .split(",");
    static final String[] CARRIER_KINDS = "Dental Mutual,Benefit Group,Assurance,Dental Plan,Health Trust".split(",");
    static final String[] SENTENCES = {
        "Patient is comfortable and has no new complaint.",
        "Gums look healthy, a little bleeding at the back.",
        "Talked about brushing twice a day and flossing.",
        "Upper left tooth is sensitive to cold, watch it.",
        "Filling is sound, bite was adjusted.",
        "Numbing worked well, no reaction seen.",
        "Patient asked for a quiet room, next time the same.",
        "Crown shade chosen with the patient, mirror in hand.",
        "Night grinding suspected, a guard was offered.",
        "Called the day after: swelling is down, no pain."
    };
    static final String[] QUOTES = {
        "Patient says: \"It only hurts when I bite on ice.\"",
        "Mother's words: \"He won't brush, whatever we try.\"",
        "Wants \"the cheapest way, please\", cost sheet handed out."
    };

    private Words() {}

    static String[] lastNames() {
        String[] names = new String[NAME_HEADS.length * NAME_TAILS.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = NAME_HEADS[i / NAME_TAILS.length] + NAME_TAILS[i % NAME_TAILS.length];
        }
        return names;
    }

    /** Women first, then men; the index tells which. */
    static Integer[] firstNameOrder() {
        Integer[] order = new Integer[WOMEN.length + MEN.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }
}

/** A procedure code of the practice: own wording, fee in cents. A tooth code is booked on one tooth. */
record Treatment(String code, String shortName, String name, String category, String area, long fee, boolean inUse) {
    static final Treatment[] ALL = {
        of("D0120", "ChkUp", "Check-up visit", "Checks", "mouth", 62),
        of("D0140", "Urgent", "Urgent look at one problem", "Checks", "mouth", 84),
        of("D0150", "NewChk", "First full check, new patient", "Checks", "mouth", 98),
        of("D0274", "BW4", "Four bite pictures", "Pictures", "mouth", 71),
        of("D0330", "Pano", "Wide jaw picture", "Pictures", "mouth", 128),
        of("D1110", "ClnAd", "Adult cleaning", "Prevention", "mouth", 104),
        of("D1120", "ClnCh", "Child cleaning", "Prevention", "mouth", 76),
        of("D1206", "FlVar", "Fluoride coat", "Prevention", "mouth", 45),
        of("D1351", "Seal", "Groove seal", "Prevention", "tooth", 58),
        of("D2140", "Silv1", "Silver filling, one side", "Fillings", "surface", 152),
        of("D2330", "WhF1", "White front filling, one side", "Fillings", "surface", 174),
        of("D2391", "WhB1", "White back filling, one side", "Fillings", "surface", 189),
        of("D2392", "WhB2", "White back filling, two sides", "Fillings", "surface", 241),
        of("D2740", "CrnCer", "Ceramic cap", "Crowns", "tooth", 1260),
        of("D2950", "Core", "Core rebuilt under a cap", "Crowns", "tooth", 288),
        of("D3330", "RootB", "Root canal, back tooth", "Roots", "tooth", 1145),
        of("D4341", "DeepQ", "Deep cleaning, one quarter", "Gums", "quadrant", 262),
        of("D4910", "GumUp", "Gum upkeep visit", "Gums", "mouth", 148),
        of("D5110", "FullUp", "Upper full plate", "Plates", "arch", 1690),
        of("D6010", "ImpBody", "Implant post placed", "Implants", "tooth", 2150),
        of("D7140", "Pull", "Tooth taken out, simple", "Surgery", "tooth", 196),
        of("D7210", "PullSx", "Tooth taken out, surgical", "Surgery", "tooth", 312),
        of("D9944", "Guard", "Night guard, hard", "Other", "arch", 545),
        unused("D2750", "CrnPfm", "Metal and ceramic cap", "Crowns", "tooth", 1190),
        unused("D5213", "PartUp", "Upper part plate, metal frame", "Plates", "arch", 1720),
        unused("D8080", "Braces", "Full braces, teenager", "Straightening", "mouth", 5400),
        unused("D9972", "White", "Whitening, one jaw", "Other", "arch", 310)
    };
    /** First and one past the last index of what a plan may hold. */
    static final int PLAN_FROM = 8;

    static final int PLAN_TO = 23;

    private static Treatment of(
            String code, String shortName, String name, String category, String area, long dollars) {
        return new Treatment(code, shortName, name, category, area, dollars * 100, true);
    }

    private static Treatment unused(
            String code, String shortName, String name, String category, String area, long dollars) {
        return new Treatment(code, shortName, name, category, area, dollars * 100, false);
    }

    boolean onTooth() {
        return area.equals("tooth") || area.equals("surface");
    }
}

/** A provider of the practice. */
record Dentist(String id, String last, String first, String suffix, String email, boolean hygienist, boolean inactive) {
    /** The same people for every seed, so that owners can be set up once in the target system. */
    static final Dentist[] ALL = {
        new Dentist("DDS1", "Castellan", "Ana", "DDS", "ana.castellan@dental.example", false, false),
        new Dentist("DDS2", "Winterfield", "Bruno", "DDS", "bruno.winterfield@dental.example", false, false),
        new Dentist("DDS3", "Oakham", "Celia", "DMD", "celia.oakham@dental.example", false, false),
        new Dentist("DDS4", "Marlstone", "Idris", "DDS", "idris.marlstone@dental.example", false, false),
        new Dentist("DDS5", "Pemberly", "Joan", "DMD", "", false, false),
        new Dentist("DDS9", "Thornwick", "Edgar", "DDS", "edgar.thornwick@dental.example", false, true),
        new Dentist("ENDO1", "Radcombe", "Keiko", "DDS", "keiko.radcombe@dental.example", false, false),
        new Dentist("HYG1", "Dunmere", "Rosa", "RDH", "rosa.dunmere@dental.example", true, false)
    };

    static final Dentist HYGIENIST = ALL[7];

    /** Most patients belong to the first four; a few to the one who left and to the one without e-mail. */
    static Dentist primary(Dice dice) {
        int roll = dice.below(100);
        return roll < 88 ? ALL[roll % 4] : roll < 94 ? ALL[4] : roll < 97 ? ALL[5] : ALL[6];
    }

    /** Who sees the patient on the day; the one who left sees nobody after today. */
    Dentist on(int day) {
        return inactive && day >= Calendar.TODAY ? ALL[0] : this;
    }
}

/** The files that do not grow with the patients. */
final class Office {
    static final int EMPLOYERS = 340;
    static final int REFERRALS = 24;
    static final int CARRIERS = 30;
    static final int PLANS_PER_CARRIER = 14;
    private static final int DISTINCT_EMPLOYERS = 300;
    private static final int FIRST_PLAN = 1000;
    private static final int FAR_SLOT = 17_000;

    private final Export export;
    private final Dice dice;

    Office(Export export, Dice dice) {
        this.export = export;
        this.dice = dice;
    }

    static int dentalPlan(Dice dice) {
        return FIRST_PLAN + dice.below(CARRIERS) * PLANS_PER_CARRIER + dice.below(PLANS_PER_CARRIER - 1);
    }

    static int medicalPlan(Dice dice) {
        return FIRST_PLAN + dice.below(CARRIERS) * PLANS_PER_CARRIER + PLANS_PER_CARRIER - 1;
    }

    void write() throws IOException {
        CsvFile practice = export.practice
                .text("1")
                .text("Invented Family Dental")
                .text("1 Larch Avenue")
                .empty();
        practice.text("Alder Falls")
                .text("OK")
                .text("74099")
                .text("(918) 555-0100")
                .text("America/Chicago")
                .end();
        people();
        employers();
        referralSources();
        plans();
        treatments();
        recallTypes();
        definitions();
    }

    private void people() throws IOException {
        int n = 0;
        for (Dentist d : Dentist.ALL) {
            CsvFile row = export.providers
                    .text(d.id())
                    .text(d.last())
                    .text(d.first())
                    .empty()
                    .text(d.suffix());
            row.text(d.id()).text(d.email()).flag(d.hygienist()).flag(false);
            row.text(d.hygienist() ? "Hygiene" : d.id().startsWith("ENDO") ? "Root canals" : "General practice");
            row.id("000000000", n)
                    .text(Phones.home(FAR_SLOT + n))
                    .flag(d.inactive())
                    .end();
            n++;
        }
        String[][] staff = {
            {"FRNT1", "Okonbury", "Dele", "Front desk", ""},
            {"FRNT2", "Hartwell", "Mina", "Front desk", ""},
            {"OFFM", "Langford", "Greta", "Office lead", ""},
            {"ASST1", "Kirkby", "Omar", "Chair assistant", ""},
            {"ACAST", "Castellan", "Ana", "Dentist", "DDS1"},
            {"RDUNM", "Dunmere", "Rosa", "Hygienist", "HYG1"}
        };
        for (String[] s : staff) {
            String mail = (s[2] + "." + s[1]).toLowerCase(Locale.ROOT) + "@dental.example";
            CsvFile row = export.staff
                    .text(s[0])
                    .text(s[1])
                    .text(s[2])
                    .text(s[3])
                    .text(mail)
                    .text(s[4]);
            row.flag(false).end();
        }
    }

    private void employers() throws IOException {
        for (int i = 0; i < EMPLOYERS; i++) {
            int of = i < DISTINCT_EMPLOYERS ? i : (i - DISTINCT_EMPLOYERS) * 7;
            String name = Words.PLACES[of % 30] + " " + Words.TRADES[of / 30];
            String[] spelt = {name.toUpperCase(Locale.ROOT), name.replace(" ", "  "), name.toLowerCase(Locale.ROOT)};
            String[] town = Words.TOWNS[of % Words.TOWNS.length];
            CsvFile row = export.employers.number(i + 1L).text(i == of ? name : spelt[i % 3]);
            row.text((10 + of) + " " + Words.STREETS[of % 20])
                    .empty()
                    .text(town[0])
                    .text(town[1])
                    .text(town[2]);
            row.text(Phones.home(FAR_SLOT + 100 + of)).end();
        }
    }

    private void referralSources() throws IOException {
        for (int i = 0; i < REFERRALS; i++) {
            boolean person = i % 3 == 2;
            String place = Words.PLACES[29 - i];
            CsvFile row = export.referralSources.number(i + 1L).text(person ? "person" : "non_person");
            if (person) {
                row.text(place + "ton").text(Words.WOMEN[i]).text("Dr").text(i % 2 == 0 ? "Braces" : "Family doctor");
            } else {
                row.text(place + (i % 2 == 0 ? " Family Clinic" : " Welcome Office"))
                        .empty(3);
            }
            row.text("desk@" + place.toLowerCase(Locale.ROOT) + ".example").text(Phones.home(FAR_SLOT + 500 + i));
            String[] town = Words.TOWNS[i % Words.TOWNS.length];
            row.text((3 + i) + " " + Words.STREETS[i % 20])
                    .empty()
                    .text(town[0])
                    .text(town[1])
                    .text(town[2])
                    .end();
        }
    }

    private void plans() throws IOException {
        for (int i = 0; i < CARRIERS * PLANS_PER_CARRIER; i++) {
            int carrier = i / PLANS_PER_CARRIER;
            boolean medical = i % PLANS_PER_CARRIER == PLANS_PER_CARRIER - 1;
            int employer = dice.below(DISTINCT_EMPLOYERS);
            String group = Words.PLACES[employer % 30] + " " + Words.TRADES[employer / 30];
            CsvFile row = export.insurancePlans.number((long) FIRST_PLAN + i);
            row.text(carrier % 2 == 0 ? "C" + (100 + carrier) : "");
            row.text(Words.PLACES[carrier] + " " + Words.CARRIER_KINDS[carrier % 5]);
            row.text(group + (medical ? " Medical" : " Dental")).text(group).id("G-", 20_000L + i);
            row.number(70_001L + carrier).text(medical ? "medical" : "dental").number(employer + 1L);
            row.text("(800) 555-01" + (10 + carrier)).empty().text(i % 4 == 0 ? "Claims desk" : "");
            String[] town = Words.TOWNS[carrier % Words.TOWNS.length];
            row.id("PO Box ", 100L + carrier)
                    .empty()
                    .text(town[0])
                    .text(town[1])
                    .text(town[2]);
            row.number(i % 5 == 0 ? 7 : 1).money(100_000L + 25_000L * (i % 5)).money(i % 3 == 0 ? 0 : 300_000);
            row.money(5_000).money(15_000).text(i % 9 == 0 ? "Self-funded" : "").end();
        }
    }

    private void treatments() throws IOException {
        int id = 400;
        for (Treatment t : Treatment.ALL) {
            CsvFile row = export.procedureCodes
                    .text(t.code())
                    .number(id++)
                    .text(t.shortName())
                    .text(t.name());
            row.text(t.category())
                    .text(t.area())
                    .money(t.fee())
                    .flag(t.code().equals("D2750"))
                    .end();
        }
    }

    private void recallTypes() throws IOException {
        export.recallTypes
                .text("1")
                .text("CLEAN")
                .text("Adult cleaning and check")
                .number(6)
                .text("month")
                .end();
        export.recallTypes
                .text("2")
                .text("GUMS")
                .text("Gum upkeep")
                .number(90)
                .text("day")
                .end();
        export.recallTypes
                .text("3")
                .text("PICTURES")
                .text("Bite pictures")
                .number(1)
                .text("year")
                .end();
        export.recallTypes
                .text("4")
                .text("CHILD")
                .text("Child cleaning and check")
                .number(26)
                .text("week")
                .end();
    }

    private void definitions() throws IOException {
        String[] rows = {
            "appointment_status,-106,Complete,completed",
            "appointment_status,1,Unconfirmed,scheduled",
            "appointment_status,2,Confirmed,confirmed",
            "appointment_status,3,Here,arrived",
            "appointment_status,4,Broken,broken",
            "appointment_status,5,No show,no_show",
            "appointment_status,6,Cancelled,cancelled",
            "appointment_status,7,Deleted,deleted",
            "appointment_type,1,Hygiene,",
            "appointment_type,2,Treatment,",
            "appointment_type,3,Emergency,",
            "appointment_type,4,New patient,",
            "billing_type,1,Standard,",
            "billing_type,2,Payment plan,",
            "billing_type,3,Courtesy,",
            "payment_type,1,Card payment,",
            "payment_type,2,Check payment,",
            "payment_type,3,Insurance check,",
            "adjustment_type,1,Courtesy discount,",
            "adjustment_type,2,Plan write-off,",
            "specialty,1,General practice,",
            "specialty,2,Hygiene,",
            "specialty,3,Root canals,",
            "document_type,1,Signed consent,document",
            "document_type,2,X-ray,xray",
            "treatment_plan_status,1,Proposed,proposed",
            "treatment_plan_status,2,Accepted,accepted",
            "treatment_plan_status,3,In progress,in_progress",
            "treatment_plan_status,4,Completed,completed",
            "treatment_plan_status,5,Rejected,rejected",
            "treatment_plan_status,6,Expired,expired",
            "recall_status,1,Due,",
            "recall_status,2,Booked,",
            "procedure_category,1,Fillings,",
            "procedure_category,2,Crowns,"
        };
        for (String row : rows) {
            for (String cell : row.split(",", -1)) {
                export.definitions.text(cell);
            }
            export.definitions.end();
        }
    }
}

/** The numbers handed out so far; every key of the export comes from here. */
final class Ids {
    long plan = 900_000;
    long procedure = 1_000_000;
    long appointment = 5_000_000;
    long claim = 600_000;
    long entry = 9_000_000;
    long note = 800_000;
    long alert = 300_000;
    long prescription = 400_000;
    long image = 1;
    long insured = 50_000;
}

/** One row of patients.csv while it is being written. Days are 0 when there is none. */
final class Person {
    long id;
    long guarantor;
    long duplicateOf;
    String first = "";
    String last = "";
    String email = "";
    String homePhone = "";
    String mobilePhone = "";
    boolean female;
    int birth;
    String status = "active";
    String position = "single";
    Dentist dentist = Dentist.ALL[0];
    int firstVisit;
    int lastVisit;
    int missed;
    int next;
    int dentalPlan;
    int secondPlan;
    int medicalPlan;

    boolean treated() {
        return !status.equals("non_patient") && !status.equals("duplicate");
    }

    boolean child() {
        return position.equals("child");
    }
}

/** Writes one family after the other until the asked number of patients is reached. */
final class Families {
    private static final int[] SIZES = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 6};
    private static final long FIRST_ID = 100_001;
    private static final String[] MAIL = {"example.com", "example.org", "mail.example", "post.example"};

    private final Request request;
    private final Export export;
    private final Dice dice = new Dice(0);
    private final Integer[] firstNames;
    private final String[] lastNames;
    private final Books books;
    private final Chart chart;
    private long written;
    private long family;

    Families(Request request, Export export) {
        this.request = request;
        this.export = export;
        Ids ids = new Ids();
        Dice names = new Dice(~request.seed());
        this.firstNames = names.shuffled(Words.firstNameOrder());
        this.lastNames = names.shuffled(Words.lastNames());
        this.books = new Books(export, ids, dice, request.rich());
        this.chart = new Chart(export, ids, dice, books, request.rich());
    }

    boolean hasNext() {
        return written < request.patients();
    }

    void writeNext() throws IOException {
        dice.restart(request.seed(), family);
        int wanted = SIZES[dice.below(SIZES.length)];
        int size = (int) Math.min(wanted, request.patients() - written);
        Person head = new Person();
        Person some = head;
        String[] surname = surname();
        Address address = Address.of(dice);
        int employer = dice.chance(55) ? 1 + dice.below(Office.EMPLOYERS) : 0;
        books.open(FIRST_ID + written);
        for (int place = 0; place < size; place++) {
            Person person = place == 0 ? head : new Person();
            name(person, surname);
            settle(person, head, place, size);
            life(person, head);
            row(person, head, address, place < 2 ? employer : 0);
            if (person.treated()) {
                chart.write(person);
            }
            some = dice.chance(50) ? person : some;
            written++;
        }
        books.close();
        if (request.rich() && dice.chance(5) && hasNext()) {
            duplicate(some, head, address);
        }
        family++;
    }

    private String[] surname() {
        if (request.rich() && dice.chance(20)) {
            return dice.of(Words.RICH_LAST);
        }
        // One step further for each round through the numbers: no two families share home phone and surname.
        int at = (int) ((family % Phones.SLOTS + family / Phones.SLOTS) % lastNames.length);
        return new String[] {lastNames[at], lastNames[at].toLowerCase(Locale.ROOT)};
    }

    private void name(Person person, String[] surname) {
        person.id = FIRST_ID + written;
        int at = firstNames[(int) ((written % Phones.SLOTS * 7 + written / Phones.SLOTS) % firstNames.length)];
        person.female = at < Words.WOMEN.length;
        person.first = person.female ? Words.WOMEN[at] : Words.MEN[at - Words.WOMEN.length];
        String mail = person.first.toLowerCase(Locale.ROOT);
        if (request.rich() && dice.chance(15)) {
            String[] rich = dice.of(Words.RICH_FIRST);
            person.first = rich[0];
            mail = rich[1];
        }
        person.last = surname[0];
        person.mobilePhone = Phones.mobile(written);
        person.homePhone = Phones.home(family);
        boolean none = request.rich() && dice.chance(18);
        person.email = none ? "" : mail + "." + surname[1] + written + "@" + MAIL[dice.below(MAIL.length)];
    }

    private void settle(Person person, Person head, int place, int size) {
        boolean spouse = place == 1 && dice.chance(75);
        if (place == 0) {
            person.position = size > 1 ? "married" : "single";
            person.dentist = Dentist.primary(dice);
            boolean insured = dice.chance(66);
            person.dentalPlan = insured ? Office.dentalPlan(dice) : 0;
            person.secondPlan = insured && dice.chance(8) ? Office.dentalPlan(dice) : 0;
            person.medicalPlan = insured && dice.chance(4) ? Office.medicalPlan(dice) : 0;
            person.birth =
                    Calendar.day(dice.between(size > 2 ? 1970 : 1945, 1997), dice.between(1, 12), dice.between(1, 28));
        } else {
            person.position = spouse ? "married" : place == 5 ? "other" : "child";
            person.dentist = dice.chance(90) ? head.dentist : Dentist.primary(dice);
            person.dentalPlan = head.dentalPlan;
            person.secondPlan = head.secondPlan;
            person.medicalPlan = head.medicalPlan;
            person.birth = person.child()
                    ? Calendar.day(dice.between(2009, 2021), dice.between(1, 12), dice.between(1, 28))
                    : head.birth + dice.between(-2200, 2200);
        }
        person.guarantor = head.id;
        int roll = dice.below(100);
        person.status = roll < 82 ? "active" : roll < 91 ? "inactive" : roll < 95 ? "archived" : "new";
        if (place == 0 && size > 1 && roll >= 93) {
            person.status = "non_patient";
        }
    }

    private void life(Person person, Person head) {
        boolean coming = person.status.equals("active") || person.status.equals("new");
        if (person.treated() && coming && dice.chance(40)) {
            int day = Calendar.workday(Calendar.TODAY + dice.between(3, 300));
            person.next = dice.below(200) == 0 ? Calendar.CLOCK_CHANGES[4] : day;
        }
        if (!person.treated() || person.status.equals("new")) {
            return;
        }
        int earliest = Math.max(Calendar.FIRST, person.birth + 700);
        person.firstVisit = Calendar.workday(dice.between(earliest + 2, Calendar.TODAY - 60));
        int from = dice.chance(65) ? Math.max(person.firstVisit, Calendar.TODAY - 600) : person.firstVisit;
        person.lastVisit = Calendar.workday(dice.between(from + 2, Calendar.TODAY));
        int sunday = Calendar.CLOCK_CHANGES[dice.below(4)];
        if (sunday > person.firstVisit && dice.below(100) == 0) {
            person.lastVisit = sunday;
        }
        if (dice.chance(9)) {
            person.missed = Calendar.workday(dice.between(person.firstVisit + 2, person.lastVisit));
        }
    }

    private void row(Person p, Person head, Address address, int employer) throws IOException {
        boolean isHead = p.id == head.id;
        CsvFile row = export.patients.number(p.id);
        row.text(p.duplicateOf == 0 ? guid() : "").id(p.last.codePointAt(0) < 128 ? p.last.substring(0, 1) : "X", p.id);
        row.text(p.last).text(p.first).text(dice.chance(40) ? String.valueOf((char) ('A' + dice.below(26))) : "");
        boolean short3 = p.first.length() > 6 && p.first.charAt(0) < 128 && dice.chance(10);
        row.text(short3 ? p.first.substring(0, 3) : "").text(p.child() ? "" : p.female ? "Ms" : "Mr");
        row.text("Dear " + p.first)
                .text(dice.chance(2) ? "unknown" : p.female ? "female" : "male")
                .date(p.birth);
        row.text(p.status).text(p.position).number(head.id);
        row.empty().number(head.id).flag(isHead).flag(isHead).text(p.email).text(p.homePhone);
        row.text(employer > 0 && dice.chance(20) ? Phones.home(family + 40) : "")
                .empty()
                .text(p.mobilePhone)
                .empty(2);
        row.text(address.street()).text(address.unit()).text(address.town()[0]).text(address.town()[1]);
        row.text(address.town()[2]).text(p.dentist.id());
        row.text(dice.chance(30) ? Dentist.HYGIENIST.id() : "").text("1").idOrEmpty(employer);
        referral(row, p);
        row.date(p.firstVisit).date(p.lastVisit).date(p.missed).number(p.missed > 0 ? 1 : 0);
        row.flag(dice.chance(3))
                .flag(dice.chance(4))
                .text(dice.chance(40) ? "text" : dice.chance(50) ? "email" : "call");
        row.empty().text(dice.chance(6) ? dice.of(Words.SENTENCES) : "").idOrEmpty(p.duplicateOf);
        row.dateTime(Math.max(p.lastVisit, Calendar.BOOKS_CARRIED), dice.between(480, 1020))
                .end();
    }

    private void referral(CsvFile row, Person person) throws IOException {
        int roll = dice.below(100);
        boolean byPatient = roll < 8 && person.id > FIRST_ID;
        long before = Math.min(person.id - FIRST_ID, 1_000_000);
        row.idOrEmpty(byPatient ? person.id - 1 - dice.below((int) before) : 0);
        row.idOrEmpty(!byPatient && roll < 40 ? 1 + dice.below(Office.REFERRALS) : 0);
    }

    private void duplicate(Person original, Person head, Address address) throws IOException {
        Person copy = new Person();
        copy.id = FIRST_ID + written;
        copy.duplicateOf = original.id;
        copy.guarantor = head.id;
        copy.status = "duplicate";
        copy.first = original.first;
        copy.last = dice.chance(30) ? original.last.toUpperCase(Locale.ROOT) : original.last;
        copy.email = dice.chance(50) ? original.email : "";
        copy.homePhone = original.homePhone;
        copy.mobilePhone = original.mobilePhone;
        copy.female = original.female;
        copy.birth = original.birth;
        copy.position = original.position;
        copy.dentist = original.dentist;
        row(copy, head, address, 0);
        written++;
    }

    private String guid() {
        HexFormat hex = HexFormat.of();
        String left = hex.toHexDigits(dice.next());
        String right = hex.toHexDigits(dice.next());
        return left.substring(0, 8) + "-" + left.substring(8, 12) + "-4" + left.substring(13) + "-a"
                + right.substring(1, 4) + "-" + right.substring(4);
    }
}

/** Where a family lives. */
record Address(String street, String unit, String[] town) {
    static Address of(Dice dice) {
        String unit = dice.chance(12) ? "Apt " + dice.between(1, 40) : "";
        return new Address(dice.between(1, 2400) + " " + dice.of(Words.STREETS), unit, dice.of(Words.TOWNS));
    }
}

/** Writes everything that hangs on one patient except the money rows, which go through the books. */
final class Chart {
    private static final String[] STATUSES = {"cancelled", "completed", "completed", "completed", "deleted"};
    private static final String[][] ALERTS = {
        {"allergy", "Penicillin", "Rash"},
        {"allergy", "Latex", "Use other gloves"},
        {"allergy", "Codeine", ""},
        {"condition", "Asthma", "Brings an inhaler"},
        {"condition", "High blood pressure", "Measure first"},
        {"condition", "Diabetes, type 2", ""},
        {"condition", "Pregnant", "No pictures"},
        {"medication", "Blood thinner", "Ask the doctor before surgery"},
        {"medication", "Metformin 500 mg", ""},
        {"other", "Hard of hearing", "Face the patient"},
        {"other", "Very nervous", "Explain each step"}
    };
    private static final String[][] DRUGS = {
        {"Ibuprofen 600 mg", "One tablet every six hours with food", "20"},
        {"Amoxicillin 500 mg", "One capsule three times a day for seven days", "21"},
        {"Chlorhexidine rinse 0.12 %", "Rinse for 30 seconds, morning and evening", "473 ml"},
        {"Fluoride paste 1.1 %", "Brush at night, do not rinse", "51 g"}
    };
    private static final String[] NOTE_KINDS = {
        "clinical", "clinical", "clinical", "patient", "appointment", "journal", "prescription", "other"
    };
    private static final String[] FLAVOURS = {"Mint", "Cherry", "Bubble gum", "None"};
    private static final String[] WEEKDAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};

    private final Export export;
    private final Ids ids;
    private final Dice dice;
    private final Books books;
    private final Work work;
    private final boolean rich;

    Chart(Export export, Ids ids, Dice dice, Books books, boolean rich) {
        this.export = export;
        this.ids = ids;
        this.dice = dice;
        this.books = books;
        this.work = new Work(export, ids, dice, books);
        this.rich = rich;
    }

    void write(Person person) throws IOException {
        cover(person);
        fields(person);
        visits(person);
        work.plans(person);
        long booked = next(person);
        recalls(person, booked);
        alerts(person);
        medications(person);
        notes(person);
        images(person);
    }

    private void cover(Person person) throws IOException {
        if (person.dentalPlan > 0) {
            cover(person, "primary", "dental", person.dentalPlan);
        }
        if (person.secondPlan > 0) {
            cover(person, "secondary", "dental", person.secondPlan);
        }
        if (person.medicalPlan > 0) {
            cover(person, "primary", "medical", person.medicalPlan);
        }
    }

    private void cover(Person p, String rank, String kind, int plan) throws IOException {
        String relation =
                p.id == p.guarantor ? "self" : p.child() ? "child" : p.position.equals("married") ? "spouse" : "other";
        CsvFile row = export.patientInsurance
                .number(p.id)
                .text(rank)
                .text(kind)
                .number(ids.insured++)
                .number(plan);
        row.number(p.guarantor).id("S", 1_000_000 + p.guarantor).text(relation);
        row.money(100L * dice.below(900)).money(dice.chance(50) ? 5_000 : 0).end();
    }

    private void fields(Person person) throws IOException {
        CsvFile row = export.patientFields;
        if (dice.chance(20)) {
            row.number(person.id)
                    .text("Favourite flavour")
                    .text(dice.of(FLAVOURS))
                    .text("text")
                    .end();
        }
        if (dice.chance(12)) {
            row.number(person.id)
                    .text("Preferred weekday")
                    .text(dice.of(WEEKDAYS))
                    .text("text")
                    .end();
        }
        if (person.firstVisit > 0 && dice.chance(15)) {
            row.number(person.id)
                    .text("Consent signed on")
                    .date(person.firstVisit)
                    .text("date")
                    .end();
        }
    }

    private void visits(Person person) throws IOException {
        if (dice.below(500) == 0) {
            int day = Calendar.workday(Calendar.TODAY + dice.between(3, 120));
            Visit visit = new Visit(Dentist.ALL[0], day, "scheduled", "New patient", "First full check");
            appointment(null, visit, 0, false);
        }
        if (person.missed > 0) {
            boolean silent = dice.chance(50);
            String status = silent ? "no_show" : "broken";
            appointment(person, new Visit(person.dentist, person.missed, status, "Treatment", "Filling"), 0, false);
        }
        if (person.lastVisit == 0) {
            return;
        }
        if (dice.chance(25)) {
            int day = Calendar.workday(dice.between(person.firstVisit + 2, person.lastVisit));
            Visit visit = new Visit(person.dentist, day, dice.of(STATUSES), "Treatment", "Check one tooth");
            appointment(person, visit, 0, false);
        }
        if (dice.chance(65)) {
            Dentist seenBy = dice.chance(40) ? Dentist.HYGIENIST : person.dentist.on(person.lastVisit);
            int count = dice.chance(35) ? 2 : 1;
            int[] chosen = {person.child() ? 6 : 5, dice.below(5)};
            String what = Treatment.ALL[chosen[0]].name();
            long amount = Treatment.ALL[chosen[0]].fee() + (count > 1 ? Treatment.ALL[chosen[1]].fee() : 0);
            Visit visit = new Visit(seenBy, person.lastVisit, "completed", "Hygiene", what);
            long id = appointment(person, visit, amount, dice.chance(50));
            work.done(person, visit, id, chosen, count);
        }
    }

    /** Books the next visit, on the first planned procedure where there is one; 0 when nothing is booked. */
    private long next(Person person) throws IOException {
        if (person.next == 0) {
            return 0;
        }
        boolean today = dice.chance(1);
        String status = today ? "arrived" : dice.chance(35) ? "confirmed" : "scheduled";
        int day = today ? Calendar.TODAY : person.next;
        boolean onPlan = work.plannedProcedure() > 0;
        Treatment what = onPlan ? work.plannedTreatment() : Treatment.ALL[person.child() ? 6 : 5];
        Dentist by = onPlan ? person.dentist.on(day) : Dentist.HYGIENIST;
        Visit visit = new Visit(by, day, status, onPlan ? "Treatment" : "Hygiene", what.name());
        long id = appointment(person, visit, what.fee(), !onPlan);
        export.appointmentProcedures
                .number(id)
                .text("1")
                .text(what.code())
                .idOrEmpty(work.plannedProcedure())
                .end();
        return onPlan ? 0 : id;
    }

    private long appointment(Person person, Visit visit, long amount, boolean recall) throws IOException {
        long id = ids.appointment++;
        int length = 10 * dice.between(2, 9);
        int start = 480 + 10 * dice.below((540 - length) / 10 + 1);
        int created = Math.max(Calendar.FIRST - 5, Math.min(visit.day(), Calendar.TODAY) - dice.between(1, 120));
        CsvFile row = export.appointments.number(id).idOrEmpty(person == null ? 0 : person.id);
        row.text(person == null ? "New Patient, Tentative" : person.last + ", " + person.first);
        row.text(visit.by().id())
                .text(dice.chance(4) ? Dentist.HYGIENIST.id() : "")
                .id("OP-", 1 + dice.below(6));
        row.text("1")
                .date(visit.day())
                .time(start)
                .number(length)
                .text(visit.status())
                .text(visit.sourceStatus());
        row.date(visit.status().equals("broken") || visit.status().equals("no_show") ? visit.day() : 0);
        row.text(visit.type()).text(visit.reason()).money(amount).flag(recall);
        row.text(dice.chance(5) ? "Please be ten minutes early, forms to sign." : "")
                .dateTime(created, start);
        row.text(dice.chance(60) ? "FRNT1" : "FRNT2");
        row.dateTime(Math.max(created, Math.min(visit.day(), Calendar.TODAY)), 1020)
                .end();
        return id;
    }

    private void recalls(Person person, long booked) throws IOException {
        if (person.lastVisit == 0) {
            return;
        }
        if (dice.chance(85)) {
            recall(person, person.child() ? 4 : dice.chance(12) ? 2 : 1, booked);
        }
        if (dice.chance(25)) {
            recall(person, 3, 0);
        }
    }

    private void recall(Person p, int type, long booked) throws IOException {
        int interval = type == 2 ? 90 : type == 3 ? 365 : 182;
        boolean own = dice.chance(15);
        int days = own ? interval / 2 + 30 : interval;
        boolean computed = dice.chance(25);
        CsvFile row = export.recalls.number(p.id).number(type).date(p.lastVisit);
        row.date(computed ? 0 : p.lastVisit + days).idOrEmpty(own ? days : 0);
        row.text(dice.chance(70) ? Dentist.HYGIENIST.id() : p.dentist.id()).idOrEmpty(booked);
        row.text(booked > 0 ? "Booked" : "Due").dateTime(p.lastVisit, 1020).end();
    }

    private void alerts(Person p) throws IOException {
        if (!dice.chance(30)) {
            return;
        }
        int first = dice.below(ALERTS.length);
        int count = dice.between(1, 2) + dice.below(2);
        int since = p.firstVisit > 0 ? p.firstVisit : Calendar.TODAY - 7;
        for (int i = 0; i < count; i++) {
            String[] alert = ALERTS[(first + 4 * i) % ALERTS.length];
            boolean active = dice.chance(85);
            CsvFile row = export.medicalAlerts
                    .number(ids.alert++)
                    .number(p.id)
                    .text(alert[0])
                    .text(alert[1]);
            row.flag(active).flag(alert[0].equals("allergy") && dice.chance(60)).date(since);
            row.date(active ? 0 : Math.min(since + 400, Calendar.TODAY))
                    .text(alert[2])
                    .end();
        }
    }

    private void medications(Person p) throws IOException {
        int count = p.lastVisit > 0 && dice.chance(22) ? dice.between(1, 2) : 0;
        for (int i = 0; i < count; i++) {
            String[] drug = DRUGS[dice.below(DRUGS.length)];
            CsvFile row =
                    export.medications.number(ids.prescription++).number(p.id).text(p.dentist.id());
            row.date(p.lastVisit)
                    .text(drug[0])
                    .text(drug[1])
                    .text(drug[2])
                    .number(dice.below(3))
                    .empty()
                    .end();
        }
    }

    private void notes(Person p) throws IOException {
        int count = p.lastVisit > 0 && dice.chance(22) ? dice.between(1, 2) : 0;
        for (int i = 0; i < count; i++) {
            CsvFile row = export.clinicalNotes.number(ids.note++).number(p.id).text(p.dentist.id());
            row.text(dice.of(NOTE_KINDS))
                    .dateTime(p.lastVisit, dice.between(490, 1030))
                    .flag(dice.chance(70));
            row.text(rich && dice.chance(40) ? longNote() : dice.of(Words.SENTENCES))
                    .end();
        }
    }

    private String longNote() {
        StringBuilder text = new StringBuilder("Visit note, long form\n");
        int lines = dice.between(5, 60);
        for (int i = 0; i < lines; i++) {
            text.append(i % 7 == 3 ? dice.of(Words.QUOTES) : dice.of(Words.SENTENCES))
                    .append(i % 3 == 2 ? "\n" : " ");
        }
        return text.append("— señaló dolor leve; 次回は六か月後。").toString();
    }

    private void images(Person p) throws IOException {
        if (p.lastVisit == 0 || !dice.chance(16)) {
            return;
        }
        boolean archived = dice.chance(60);
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            boolean photo = dice.chance(20);
            long id = ids.image++;
            CsvFile row = export.imagesManifest.id("IMG-", id).number(p.id).text(photo ? "photo" : "xray");
            row.date(p.lastVisit)
                    .text(photo ? "Smile, front" : "Bite picture, right")
                    .text(p.id + "/" + id + ".dcm");
            row.number(200_000L + dice.below(4_000_000)).empty();
            row.text(archived ? "https://archive.example/patients/" + p.id : "").end();
        }
    }
}

/** When, by whom and why a patient is seen. */
record Visit(Dentist by, int day, String status, String type, String reason) {
    String sourceStatus() {
        return switch (status) {
            case "completed" -> "Complete";
            case "confirmed" -> "Confirmed";
            case "arrived" -> "Here";
            case "broken" -> "Broken";
            case "no_show" -> "No show";
            case "cancelled" -> "Cancelled";
            case "deleted" -> "Deleted";
            default -> "Unconfirmed";
        };
    }
}

/** Writes treatment plans and procedures, and hands completed work to the books. */
final class Work {
    private static final String[] STATUSES = {
        "proposed",
        "proposed",
        "accepted",
        "accepted",
        "in_progress",
        "in_progress",
        "completed",
        "completed",
        "rejected",
        "expired"
    };
    private static final List<String> CODES =
            List.of("proposed", "accepted", "in_progress", "completed", "rejected", "expired");
    private static final String[] SIDES = {"M", "O", "D", "MO", "DO", "B"};
    private static final String[] QUARTERS = {"UR", "UL", "LR", "LL"};

    private final Export export;
    private final Ids ids;
    private final Dice dice;
    private final Books books;
    private long plannedProcedure;
    private Treatment plannedTreatment = Treatment.ALL[0];

    Work(Export export, Ids ids, Dice dice, Books books) {
        this.export = export;
        this.ids = ids;
        this.dice = dice;
        this.books = books;
    }

    /** The first procedure still to be done in the patient's open plan, 0 when there is none. */
    long plannedProcedure() {
        return plannedProcedure;
    }

    Treatment plannedTreatment() {
        return plannedTreatment;
    }

    /** The procedures of a completed visit, without a plan. */
    void done(Person person, Visit visit, long appointment, int[] chosen, int count) throws IOException {
        books.visit(person, visit.day());
        for (int i = 0; i < count; i++) {
            long id = ids.procedure++;
            Treatment what = Treatment.ALL[chosen[i]];
            export.appointmentProcedures
                    .number(appointment)
                    .number(i + 1L)
                    .text(what.code())
                    .number(id)
                    .end();
            completed(person, visit.by(), visit.day(), what, id, 0, 0);
        }
        books.settleClaim(person);
    }

    void plans(Person person) throws IOException {
        plannedProcedure = 0;
        if (dice.chance(26)) {
            plan(person);
            if (dice.chance(15)) {
                plan(person);
            }
        }
    }

    private void plan(Person p) throws IOException {
        long id = ids.plan++;
        boolean fresh = p.lastVisit == 0;
        String status = fresh ? "proposed" : dice.of(STATUSES);
        int created = fresh ? Calendar.TODAY - 7 : Calendar.workday(dice.between(p.firstVisit + 2, p.lastVisit));
        int moved = status.equals("proposed") ? created : Math.max(created, fresh ? created : p.lastVisit);
        int count = dice.between(1, 4);
        int done = status.equals("completed") ? count : status.equals("in_progress") ? (count + 1) / 2 : 0;
        int at = dice.between(Treatment.PLAN_FROM, Treatment.PLAN_TO - 1);
        String name = Treatment.ALL[at].name();
        long total = 0;
        long estimate = 0;
        boolean claim = false;
        for (int i = 0; i < count; i++) {
            int step = (at - Treatment.PLAN_FROM + 4 * i) % (Treatment.PLAN_TO - Treatment.PLAN_FROM);
            Treatment what = Treatment.ALL[Treatment.PLAN_FROM + step];
            long procedure = ids.procedure++;
            if (i < done && !claim) {
                books.visit(p, moved);
                claim = true;
            }
            total += what.fee();
            estimate += i < done
                    ? completed(p, p.dentist.on(moved), moved, what, procedure, id, i + 1)
                    : planned(p, status, created, what, procedure, id, i + 1);
        }
        if (claim) {
            books.settleClaim(p);
        }
        boolean summed = dice.chance(30);
        CsvFile row = export.treatmentPlans.number(id).number(p.id).text(name).text(status);
        row.number(CODES.indexOf(status) + 1L).flag(false).date(created).date(moved);
        row.text(status.equals("rejected") ? "Patient wants to wait" : "");
        row.date(status.equals("expired") ? moved : dice.chance(20) ? Math.max(moved, Calendar.TODAY) + 180 : 0);
        row.text(p.dentist.id());
        if (summed) {
            row.empty(2);
        } else {
            row.money(total).money(estimate);
        }
        row.dateTime(moved, 990).end();
    }

    private long planned(Person p, String status, int day, Treatment what, long id, long plan, int order)
            throws IOException {
        boolean open = !status.equals("rejected") && !status.equals("expired");
        if (open && plannedProcedure == 0) {
            plannedProcedure = id;
            plannedTreatment = what;
        }
        long estimate = p.dentalPlan > 0 ? what.fee() * dice.between(5, 8) / 10 : 0;
        CsvFile row =
                export.procedures.number(id).number(p.id).number(p.guarantor).text(p.dentist.id());
        row.text(what.code()).text("planned").text("105").date(day).date(day).empty();
        place(row, what).money(what.fee()).money(estimate).money(0).money(0).money(0);
        row.money(what.fee() - estimate)
                .money(0)
                .empty()
                .number(plan)
                .number(order)
                .flag(false)
                .empty();
        row.dateTime(day, 675).end();
        return estimate;
    }

    private long completed(Person p, Dentist by, int day, Treatment what, long id, long plan, int order)
            throws IOException {
        Charge charge = books.charge(p, by, day, what, id);
        CsvFile row = export.procedures
                .number(id)
                .number(p.id)
                .number(p.guarantor)
                .text(by.id())
                .text(what.code());
        row.text("completed").text("102").date(day).date(day).date(day);
        place(row, what)
                .money(what.fee())
                .money(charge.estimate())
                .money(0)
                .money(charge.paid())
                .money(0);
        row.money(what.fee() - charge.estimate() - charge.writeOff()).money(charge.writeOff());
        row.idOrEmpty(charge.claim())
                .idOrEmpty(plan)
                .idOrEmpty(order)
                .flag(day < Calendar.BOOKS_CARRIED)
                .empty();
        row.dateTime(day, 1000).end();
        return charge.estimate();
    }

    private CsvFile place(CsvFile row, Treatment what) throws IOException {
        if (what.onTooth()) {
            return row.number(dice.between(1, 32)).text(what.area().equals("surface") ? dice.of(SIDES) : "");
        }
        return row.text(what.area().equals("quadrant") ? dice.of(QUARTERS) : "").empty();
    }
}

/** What the books made of one completed procedure; money in cents, claim 0 when none was sent. */
record Charge(long estimate, long paid, long writeOff, long claim) {}

/** The money of one family: claims, ledger rows and a guarantor balance that agrees with them to the cent. */
final class Books {
    private static final int MOST = 256;

    private final Export export;
    private final Ids ids;
    private final Dice dice;
    private final boolean rich;
    private final int[] days = new int[MOST];
    private final long[] owed = new long[MOST];
    private int charges;
    private long credits;
    private long pending;
    private long guarantor;
    private boolean carried;
    private long claim;
    private int claimDay;
    private boolean claimOpen;
    private long billed;
    private long estimated;

    Books(Export export, Ids ids, Dice dice, boolean rich) {
        this.export = export;
        this.ids = ids;
        this.dice = dice;
        this.rich = rich;
    }

    void open(long guarantorId) {
        guarantor = guarantorId;
        charges = 0;
        credits = 0;
        pending = 0;
        carried = false;
    }

    /** Starts the claim of a day's work, where the patient has cover. */
    void visit(Person person, int day) {
        claim = person.dentalPlan > 0 && dice.chance(75) ? ids.claim++ : 0;
        claimDay = day;
        claimOpen = rich && day > Calendar.TODAY - 120 && dice.chance(30);
        billed = 0;
        estimated = 0;
    }

    Charge charge(Person p, Dentist by, int day, Treatment what, long procedure) throws IOException {
        long estimate = claim > 0 ? what.fee() * dice.between(5, 8) / 10 : 0;
        long paid = claimOpen ? 0 : estimate;
        long writeOff = claim > 0 && !claimOpen && dice.chance(20) ? what.fee() / 10 : 0;
        billed += what.fee();
        estimated += estimate;
        if (day < Calendar.BOOKS_CARRIED) {
            carried = true;
        } else {
            entry(p.id, day, "charge", what.fee(), what.name(), procedure, what.code(), by.id(), claim, "");
            owe(day, what.fee());
            if (writeOff > 0) {
                int on = after(day, 30);
                entry(p.id, on, "write_off", -writeOff, "Plan write-off", procedure, what.code(), by.id(), claim, "");
                credits += writeOff;
            } else if (claim == 0 && dice.chance(8)) {
                long off = Math.min(2_500, what.fee() / 2);
                entry(p.id, day, "adjustment", -off, "Courtesy discount", procedure, what.code(), by.id(), 0, "");
                credits += off;
            }
        }
        return new Charge(estimate, paid, writeOff, claim);
    }

    void settleClaim(Person p) throws IOException {
        if (claim == 0) {
            return;
        }
        String[] unsettled = {"created", "sent", "rejected"};
        String status = claimOpen ? dice.of(unsettled) : dice.chance(60) ? "closed" : "received";
        long received = claimOpen ? 0 : estimated;
        CsvFile row = export.claims
                .number(claim)
                .number(p.id)
                .number(p.dentalPlan)
                .text("primary")
                .date(claimDay);
        row.date(status.equals("created") ? 0 : after(claimDay, 2)).text(status);
        row.money(billed).money(estimated).money(received).end();
        if (claimOpen) {
            pending += estimated;
        } else if (claimDay >= Calendar.BOOKS_CARRIED) {
            int on = after(claimDay, 28);
            String reference = "EFT" + claim;
            entry(p.id, on, "insurance_payment", -received, "Insurance check", 0, "", "", claim, reference);
            credits += received;
        }
    }

    /** Carries old work forward, lets the family pay, and writes the balance. */
    void close() throws IOException {
        if (carried && dice.chance(60)) {
            boolean credit = dice.chance(6);
            long amount = credit ? -100L * dice.between(5, 60) : 50L * dice.between(1, 900);
            entry(
                    guarantor,
                    Calendar.BOOKS_CARRIED,
                    "balance_forward",
                    amount,
                    "Balance carried forward",
                    0,
                    "",
                    "",
                    0,
                    "");
            owe(Calendar.BOOKS_CARRIED, Math.max(amount, 0));
            credits -= Math.min(amount, 0);
        }
        long paid = 0;
        int paidOn = 0;
        long outstanding = outstanding();
        int roll = dice.below(100);
        if (outstanding > 0 && roll < 75) {
            paid = roll < 55 ? outstanding : outstanding / 2;
            paidOn = after(latest(), dice.between(0, 50));
            entry(guarantor, paidOn, "patient_payment", -paid, "Card payment", 0, "", "", 0, "");
            credits += paid;
        } else if (outstanding > 5_000 && dice.chance(15)) {
            long fee = outstanding * 15 / 1000;
            entry(guarantor, Calendar.TODAY - 13, "finance_charge", fee, "Late charge", 0, "", "", 0, "");
            owe(Calendar.TODAY - 13, fee);
        }
        balance(paidOn, paid);
    }

    private void balance(int paidOn, long paid) throws IOException {
        long[] buckets = new long[4];
        long rest = credits;
        for (int i = oldest(); i >= 0; i = oldest()) {
            long used = Math.min(rest, owed[i]);
            rest -= used;
            buckets[Math.min(3, Math.max(0, (Calendar.TODAY - days[i] - 1) / 30))] += owed[i] - used;
            owed[i] = 0;
        }
        buckets[0] -= rest;
        CsvFile row = export.guarantorBalances.number(guarantor);
        for (long bucket : buckets) {
            row.money(bucket);
        }
        row.money(pending).date(paidOn);
        if (paidOn > 0) {
            row.money(paid);
        } else {
            row.empty();
        }
        int roll = dice.below(100);
        row.text(roll < 85 ? "Standard" : roll < 95 ? "Payment plan" : "Courtesy")
                .date(Calendar.TODAY)
                .end();
    }

    private void owe(int day, long amount) {
        days[charges] = day;
        owed[charges++] = amount;
    }

    private long outstanding() {
        long sum = -credits;
        for (int i = 0; i < charges; i++) {
            sum += owed[i];
        }
        return sum;
    }

    private int latest() {
        int latest = Calendar.BOOKS_CARRIED;
        for (int i = 0; i < charges; i++) {
            latest = Math.max(latest, days[i]);
        }
        return latest;
    }

    /** The place of the oldest charge that is not cleared, -1 when all are. */
    private int oldest() {
        int oldest = -1;
        for (int i = 0; i < charges; i++) {
            if (owed[i] > 0 && (oldest < 0 || days[i] < days[oldest])) {
                oldest = i;
            }
        }
        return oldest;
    }

    private static int after(int day, int later) {
        return Math.min(Calendar.TODAY, day + later);
    }

    private void entry(
            long patient,
            int day,
            String kind,
            long amount,
            String description,
            long procedure,
            String code,
            String provider,
            long claimId,
            String reference)
            throws IOException {
        CsvFile row = export.ledger
                .number(ids.entry++)
                .number(patient)
                .number(guarantor)
                .date(day)
                .text(kind);
        row.money(amount)
                .text(description)
                .idOrEmpty(procedure)
                .text(code)
                .text(provider)
                .idOrEmpty(claimId);
        row.text(reference).flag(false).end();
    }
}
